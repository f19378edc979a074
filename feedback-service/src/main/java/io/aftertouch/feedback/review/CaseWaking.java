package io.aftertouch.feedback.review;

import java.time.Clock;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.aftertouch.platform.retry.SqlFailures;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import org.jboss.logging.Logger;

/**
 * Wakes the cases whose snooze is over. What is to wake stands in the database, so that it wakes after a restart and in whichever instance looks
 * first; each case is woken in a transaction of its own that looks at it again, so that it is woken once.
 */
@ApplicationScoped
class CaseWaking {

    private static final Logger LOG = Logger.getLogger(CaseWaking.class);
    private static final int AT_ONCE = 200;

    private final ReviewCaseRepository cases;
    private final CaseWork work;
    private final Clock clock;

    CaseWaking(ReviewCaseRepository cases, CaseWork work, Clock clock) {
        this.cases = cases;
        this.work = work;
        this.clock = clock;
    }

    @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
    void wake() {
        try {
            List<UUID> due = QuarkusTransaction.requiringNew().call(() -> cases.toWake(clock.instant(), AT_ONCE));
            due.forEach(this::wake);
        } catch (RuntimeException e) {
            LOG.warnf("Snoozed cases wake with the next round: %s", SqlFailures.describe(e));
        }
    }

    private void wake(UUID id) {
        try {
            work.wakeOnTime(id);
        } catch (RuntimeException e) {
            LOG.warnf(e, "Case %s wakes with the next round", id);
        }
    }
}
