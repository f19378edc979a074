package io.aftertouch.survey.erasure;

import java.time.Clock;
import java.time.Instant;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import io.aftertouch.platform.outbox.Outbox;
import io.aftertouch.platform.outbox.ToldEvents;
import io.aftertouch.platform.retry.RetryOnConflict;
import io.aftertouch.survey.respondent.PersonalData;
import io.aftertouch.survey.respondent.PrivacyLog;
import io.aftertouch.survey.respondent.Respondent;
import io.aftertouch.survey.respondent.RespondentRemoval;
import io.quarkus.arc.All;
import org.jboss.logging.Logger;

/** Erases a respondent from everything that this service keeps, in one transaction, and tells the others to do the same. */
@ApplicationScoped
class Erasing {

    private static final Logger LOG = Logger.getLogger(Erasing.class);

    private final RespondentRemoval removal;
    private final List<PersonalData> places;
    private final ToldEvents told;
    private final Outbox outbox;
    private final PrivacyLog log;
    private final Clock clock;

    Erasing(
            RespondentRemoval removal,
            @All List<PersonalData> places,
            ToldEvents told,
            Outbox outbox,
            PrivacyLog log,
            Clock clock) {
        this.removal = removal;
        this.places = places;
        this.told = told;
        this.outbox = outbox;
        this.log = log;
        this.clock = clock;
    }

    /**
     * Doing so twice is doing so once. A reference of which nothing is known here is remembered and announced too: other services may know
     * answers that were given under it.
     *
     * @param by who erases: a person, or {@code key:<id>}
     */
    @RetryOnConflict
    @Transactional
    void erase(String ref, String by) {
        Instant now = clock.instant();
        Respondent person = removal.hold(ref);
        places.forEach(place -> place.forget(person));
        if (removal.remove(person, now)) {
            told.drop(RespondentErased.TOPIC, ref);
            outbox.add(RespondentErased.TOPIC, ref, RespondentErased.TYPE, new RespondentErased(ref, now));
            log.write(PrivacyLog.Act.ERASED, ref, by);
            LOG.info("A respondent was erased");
        }
    }
}
