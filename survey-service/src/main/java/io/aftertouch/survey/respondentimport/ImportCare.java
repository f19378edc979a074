package io.aftertouch.survey.respondentimport;

import java.time.Clock;
import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.aftertouch.platform.retry.Housekeeping;
import io.aftertouch.platform.retry.SqlFailures;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import org.jboss.logging.Logger;

/**
 * Looks after imports that nobody works on any more, and forgets old reports. A round that fails, or falls into the end of this instance, is made
 * up for by the next.
 */
@ApplicationScoped
class ImportCare {

    private static final Logger LOG = Logger.getLogger(ImportCare.class);

    private final ImportSteps steps;
    private final Housekeeping housekeeping;
    private final ImportConfig config;
    private final Clock clock;
    private volatile boolean stopping;

    ImportCare(ImportSteps steps, Housekeeping housekeeping, ImportConfig config, Clock clock) {
        this.steps = steps;
        this.housekeeping = housekeeping;
        this.config = config;
        this.clock = clock;
    }

    void stop(@Observes ShutdownEvent event) {
        stopping = true;
    }

    @Scheduled(every = "30s", delayed = "5s")
    void giveUpAbandoned() {
        try {
            if (!stopping) {
                steps.giveUpAbandoned();
            }
        } catch (RuntimeException e) {
            LOG.logf(
                    stopping ? Logger.Level.DEBUG : Logger.Level.WARN,
                    "Imports that were left behind are found with the next round: %s",
                    SqlFailures.describe(e));
        }
    }

    @Scheduled(every = "1h", delayed = "16m")
    void forget() {
        Instant before = clock.instant().minus(config.keep());
        housekeeping.deleteInSlices("DELETE FROM respondent_import_refusal WHERE refused_at < ?", before);
        housekeeping.deleteInSlices("DELETE FROM respondent_import WHERE started_at < ?", before);
    }
}
