package io.aftertouch.platform.outbox;

import java.time.Clock;

import jakarta.enterprise.context.ApplicationScoped;

import io.aftertouch.platform.retry.Housekeeping;
import io.quarkus.scheduler.Scheduled;

/** Forgets events some time after they were sent. */
@ApplicationScoped
class OutboxRetention {

    private final Housekeeping housekeeping;
    private final OutboxConfig config;
    private final Clock clock;

    OutboxRetention(Housekeeping housekeeping, OutboxConfig config, Clock clock) {
        this.housekeeping = housekeeping;
        this.config = config;
        this.clock = clock;
    }

    @Scheduled(every = "1h", delayed = "10m")
    void forget() {
        housekeeping.deleteInSlices(
                "DELETE FROM outbox WHERE shard = 0 AND sent_at < ?",
                clock.instant().minus(config.keep()));
    }
}
