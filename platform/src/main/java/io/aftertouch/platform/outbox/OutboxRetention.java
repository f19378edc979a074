package io.aftertouch.platform.outbox;

import java.time.Instant;
import java.time.temporal.TemporalAmount;
import java.util.Optional;
import java.util.UUID;

import jakarta.inject.Singleton;

import io.aftertouch.platform.retention.KeptData;
import io.aftertouch.platform.retry.Housekeeping;

/** Events that were told, kept for some time so that they can be told again. */
@Singleton
class OutboxRetention implements KeptData {

    private final Housekeeping housekeeping;
    private final OutboxConfig config;

    OutboxRetention(Housekeeping housekeeping, OutboxConfig config) {
        this.housekeeping = housekeeping;
        this.config = config;
    }

    @Override
    public String kind() {
        return "told-events";
    }

    @Override
    public String what() {
        return "Events told to the other services";
    }

    @Override
    public TemporalAmount keptFor() {
        return config.keep();
    }

    @Override
    public Optional<Instant> oldest(UUID done) {
        return housekeeping.oldest(
                "SELECT sent_at FROM outbox WHERE shard = 0 AND sent_at IS NOT NULL ORDER BY sent_at LIMIT 1");
    }

    @Override
    public Forgotten forgetSome(UUID done, Instant before) {
        int gone = housekeeping.deleteSlice("DELETE FROM outbox WHERE shard = 0 AND sent_at < ?", before);
        return new Forgotten(gone, done, gone < Housekeeping.SLICE);
    }
}
