package io.aftertouch.feedback.suspicion;

import java.time.Clock;
import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;

import io.aftertouch.platform.retry.Housekeeping;
import io.quarkus.scheduler.Scheduled;

/** Forgets which links were opened as soon as nothing depends on it any more. */
@ApplicationScoped
class OpeningsRetention {

    /** A form may have been shown long before it is sent. */
    private static final Duration LONGEST_OPEN_FORM = Duration.ofDays(1);

    private final Housekeeping housekeeping;
    private final SuspicionConfig config;
    private final Clock clock;

    OpeningsRetention(Housekeeping housekeeping, SuspicionConfig config, Clock clock) {
        this.housekeeping = housekeeping;
        this.config = config;
        this.clock = clock;
    }

    @Scheduled(every = "1h", delayed = "12m")
    void forget() {
        housekeeping.deleteInSlices(
                "DELETE FROM link_opening WHERE opened_at < ?",
                clock.instant().minus(config.remembered()).minus(LONGEST_OPEN_FORM));
    }
}
