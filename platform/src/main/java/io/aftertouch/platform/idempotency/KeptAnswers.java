package io.aftertouch.platform.idempotency;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.TemporalAmount;
import java.util.Optional;
import java.util.UUID;

import jakarta.inject.Singleton;

import io.aftertouch.platform.retention.KeptData;
import io.aftertouch.platform.retry.Housekeeping;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What requests with an {@code Idempotency-Key} were answered with, kept in case they come again. */
@Singleton
class KeptAnswers implements KeptData {

    private final Housekeeping housekeeping;
    private final Duration keep;

    KeptAnswers(Housekeeping housekeeping, @ConfigProperty(name = "aftertouch.idempotency.keep") Duration keep) {
        this.housekeeping = housekeeping;
        this.keep = keep;
    }

    @Override
    public String kind() {
        return "request-answers";
    }

    @Override
    public String what() {
        return "Results of API requests that may be repeated";
    }

    @Override
    public TemporalAmount keptFor() {
        return keep;
    }

    @Override
    public Optional<Instant> oldest(UUID done) {
        return housekeeping.oldest("SELECT created_at FROM idempotency_key ORDER BY created_at LIMIT 1");
    }

    @Override
    public Forgotten forgetSome(UUID done, Instant before) {
        int gone = housekeeping.deleteSlice("DELETE FROM idempotency_key WHERE created_at < ?", before);
        return new Forgotten(gone, done, gone < Housekeeping.SLICE);
    }
}
