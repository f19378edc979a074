package io.aftertouch.feedback.recovery;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import io.aftertouch.feedback.review.CaseState;
import io.aftertouch.feedback.review.ReviewCaseRepository;
import io.aftertouch.platform.outbox.Outbox;
import io.aftertouch.platform.retry.RetryOnConflict;
import org.jboss.logging.Logger;

/** The steps of asking customers again, each a transaction. */
@ApplicationScoped
@Transactional
@RetryOnConflict
class RecoveryWork {

    private static final Logger LOG = Logger.getLogger(RecoveryWork.class);

    private final RecoveryRepository recoveries;
    private final ReviewCaseRepository cases;
    private final Outbox outbox;
    private final Clock clock;

    RecoveryWork(RecoveryRepository recoveries, ReviewCaseRepository cases, Outbox outbox, Clock clock) {
        this.recoveries = recoveries;
        this.cases = cases;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Asks the customer of a case again, unless that was done since it was looked up; drops it when the case is open again. */
    void askOnTime(UUID id) {
        Instant now = clock.instant();
        recoveries.locked(id).filter(recovery -> recovery.isDue(now)).ifPresent(recovery -> cases.findByIdOptional(id)
                .filter(reviewCase -> reviewCase.state() == CaseState.RESOLVED)
                .ifPresentOrElse(
                        reviewCase -> {
                            recovery.ask(now);
                            outbox.add(
                                    AskAgain.TOPIC,
                                    recovery.respondentRef(),
                                    AskAgain.TYPE,
                                    AskAgain.about(reviewCase, recovery, now));
                            LOG.infof("Case %s: its customer is asked again", id);
                        },
                        recovery::drop));
    }

    /** What the service that asks decided. */
    void judged(UUID id, RecoveryState outcome, String reason, Instant freeAt) {
        recoveries.locked(id).ifPresent(recovery -> recovery.judged(outcome, reason, freeAt));
    }
}
