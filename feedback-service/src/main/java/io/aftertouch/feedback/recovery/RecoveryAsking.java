package io.aftertouch.feedback.recovery;

import java.time.Clock;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.aftertouch.platform.retry.SqlFailures;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import org.jboss.logging.Logger;

/** Looks for customers who are to be asked again by now. Each is a transaction of its own that looks again, so that it happens once. */
@ApplicationScoped
class RecoveryAsking {

    private static final Logger LOG = Logger.getLogger(RecoveryAsking.class);
    private static final int AT_ONCE = 200;

    private final RecoveryRepository recoveries;
    private final RecoveryWork work;
    private final Clock clock;

    RecoveryAsking(RecoveryRepository recoveries, RecoveryWork work, Clock clock) {
        this.recoveries = recoveries;
        this.work = work;
        this.clock = clock;
    }

    @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
    void ask() {
        try {
            List<UUID> due = QuarkusTransaction.requiringNew().call(() -> recoveries.due(clock.instant(), AT_ONCE));
            due.forEach(this::ask);
        } catch (RuntimeException e) {
            LOG.warnf("Customers are asked again with the next round: %s", SqlFailures.describe(e));
        }
    }

    private void ask(UUID id) {
        try {
            work.askOnTime(id);
        } catch (RuntimeException e) {
            LOG.warnf(e, "The customer of case %s is asked again with the next round", id);
        }
    }
}
