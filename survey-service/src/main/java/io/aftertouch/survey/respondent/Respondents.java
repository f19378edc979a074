package io.aftertouch.survey.respondent;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.inject.Singleton;

import io.aftertouch.platform.outbox.Outbox;
import org.jboss.logging.Logger;

/** The people who may be asked, and whether they want to be. */
@Singleton
public class Respondents {

    private static final Logger LOG = Logger.getLogger(Respondents.class);

    private final RespondentRepository respondents;
    private final Outbox outbox;
    private final Clock clock;

    Respondents(RespondentRepository respondents, Outbox outbox, Clock clock) {
        this.respondents = respondents;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * Writes down what an event says about a person. Until the transaction ends nobody else can judge the same person, whether by
     * reference or by address.
     */
    public Respondent meet(RespondentDetails details) {
        respondents.lock(subjects(imagine(details)));
        respondents.upsert(details, clock.instant());
        return respondents.reread(details.ref());
    }

    /** The person as they would be after {@link #meet}, without writing anything. */
    public Respondent imagine(RespondentDetails details) {
        Optional<Respondent> known = respondents.findByIdOptional(details.ref());
        return new Respondent(
                known.map(before -> new RespondentDetails(
                                details.ref(),
                                orBefore(details.email(), before.email()),
                                orBefore(details.phone(), before.phone()),
                                orBefore(details.name(), before.name()),
                                orBefore(details.locale(), before.locale()),
                                orBefore(details.country(), before.country()),
                                orBefore(details.timeZone(), before.timeZone().map(ZoneId::getId)),
                                details.consent() == null ? before.consent().orElse(null) : details.consent()))
                        .orElse(details),
                clock.instant());
    }

    public Respondent get(String ref) {
        return respondents.findById(ref);
    }

    public boolean hasOptedOut(Respondent respondent) {
        return respondents.anyOptedOut(subjects(respondent));
    }

    /** Leaves the person alone from now on, under this reference and every address of theirs. */
    public void optOut(String ref) {
        Instant now = clock.instant();
        Respondent respondent = respondents.findById(ref);
        if (respondents.optOut(subjects(respondent), ref, now)) {
            outbox.add(
                    RespondentOptedOut.TOPIC, ref, RespondentOptedOut.TYPE, RespondentOptedOut.ofEverything(ref, now));
            LOG.info("A respondent opted out");
        }
    }

    private static String orBefore(String said, Optional<String> before) {
        return said == null ? before.orElse(null) : said;
    }

    private static List<String> subjects(Respondent respondent) {
        return Stream.of(
                        Stream.of("ref:" + respondent.ref()),
                        respondent.emailContact().stream().map(email -> "email:" + email),
                        respondent.phoneContact().stream().map(phone -> "phone:" + phone))
                .flatMap(subject -> subject)
                .toList();
    }
}
