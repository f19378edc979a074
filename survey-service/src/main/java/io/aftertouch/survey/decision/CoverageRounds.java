package io.aftertouch.survey.decision;

import java.time.Clock;
import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.aftertouch.platform.retry.SqlFailures;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import org.jboss.logging.Logger;

/** Looks every minute which days of the ledger have to be counted. A round that fails is made up for by the next. */
@ApplicationScoped
class CoverageRounds {

    private static final Logger LOG = Logger.getLogger(CoverageRounds.class);

    private final CoverageCounting counting;
    private final CoverageConfig config;
    private final Clock clock;
    private volatile boolean stopping;

    CoverageRounds(CoverageCounting counting, CoverageConfig config, Clock clock) {
        this.counting = counting;
        this.config = config;
        this.clock = clock;
    }

    void stop(@Observes ShutdownEvent event) {
        stopping = true;
    }

    @Scheduled(every = "1m", delayed = "30s", concurrentExecution = ConcurrentExecution.SKIP)
    void round() {
        if (!config.counting()) {
            return;
        }
        try {
            for (Instant day : counting.due(clock.instant())) {
                if (stopping) {
                    return;
                }
                counting.count(day, clock.instant());
            }
        } catch (RuntimeException e) {
            LOG.logf(
                    stopping ? Logger.Level.DEBUG : Logger.Level.WARN,
                    "The coverage is counted ahead with the next round: %s",
                    SqlFailures.describe(e));
        }
    }
}
