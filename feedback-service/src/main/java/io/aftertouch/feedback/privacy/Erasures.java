package io.aftertouch.feedback.privacy;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.aftertouch.feedback.privacy.ErasureTable.Erasure;
import io.aftertouch.feedback.respondent.ErasedReferences;
import io.aftertouch.feedback.respondent.PersonalData;
import io.aftertouch.platform.id.Ids;
import io.aftertouch.platform.retry.SqlFailures;
import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import org.jboss.logging.Logger;

/**
 * Forgets erased respondents. That somebody is to be forgotten is written down with the message that says so; from then on nothing more is stored
 * about them. What is there already is forgotten place by place in small transactions. Whatever is interrupted goes on from what is left, in
 * whichever instance looks first.
 */
@ApplicationScoped
class Erasures {

    private static final Logger LOG = Logger.getLogger(Erasures.class);
    private static final Duration LEASE = Duration.ofSeconds(30);
    private static final int TRIES = 5;

    private final ErasedReferences erased;
    private final ErasureTable table;
    private final List<PersonalData> places;
    private final Ids ids;
    private final Clock clock;

    Erasures(ErasedReferences erased, ErasureTable table, @All List<PersonalData> places, Ids ids, Clock clock) {
        this.erased = erased;
        this.table = table;
        this.places = places;
        this.ids = ids;
        this.clock = clock;
    }

    /** Writes down, in the open transaction, that somebody is to be forgotten. */
    void begin(RespondentErased message) {
        erased.remember(message.ref(), message.erasedAt());
        table.add(new Erasure(ids.next(), message.ref()), clock.instant());
    }

    @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
    void look() {
        try {
            Optional<Erasure> next = table.claim(clock.instant(), LEASE);
            while (next.isPresent()) {
                finish(next.get());
                next = table.claim(clock.instant(), LEASE);
            }
        } catch (RuntimeException e) {
            LOG.warnf(
                    SqlFailures.isOutage(e) ? null : e,
                    "An erasure goes on when its lease ends: %s",
                    SqlFailures.describe(e));
        }
    }

    private void finish(Erasure erasure) {
        for (PersonalData place : places) {
            while (forgetSome(place, erasure)) {
                table.hold(erasure, clock.instant().plus(LEASE));
            }
        }
        table.remove(erasure);
        LOG.infof("Erasure %s: nothing is left", erasure.id());
    }

    /** A step that loses against another transaction is done again. */
    private static boolean forgetSome(PersonalData place, Erasure erasure) {
        for (int attempt = 1; ; attempt++) {
            try {
                return QuarkusTransaction.requiringNew().call(() -> place.forgetSome(erasure.ref()));
            } catch (RuntimeException e) {
                if (!SqlFailures.isConflict(e) || attempt == TRIES) {
                    throw e;
                }
            }
        }
    }
}
