package io.aftertouch.platform.retention;

import java.time.temporal.TemporalAmount;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Singleton;

import io.aftertouch.platform.inbox.ParkedMessages;

/** Messages that could not be applied, whatever they are about. */
@Singleton
class KeptParkedMessages extends KeptInOrder {

    private final ParkedMessages parked;
    private final RetentionConfig config;

    KeptParkedMessages(ParkedMessages parked, RetentionConfig config) {
        this.parked = parked;
        this.config = config;
    }

    @Override
    public String kind() {
        return "parked-messages";
    }

    @Override
    public String what() {
        return "Messages that could not be applied";
    }

    @Override
    public TemporalAmount keptFor() {
        return config.parkedMessages();
    }

    @Override
    protected List<UUID> personal(UUID after, UUID before, int limit) {
        return parked.between(after, before, limit);
    }

    @Override
    protected void forget(List<UUID> ids) {
        parked.drop(ids);
    }
}
