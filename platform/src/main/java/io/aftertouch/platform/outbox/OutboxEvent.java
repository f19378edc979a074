package io.aftertouch.platform.outbox;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import io.aftertouch.platform.trace.Trace;

/**
 * A row of the outbox: something that happened, to be told to the other services.
 *
 * @param topic logical name, without the installation's prefix
 * @param key the id of the thing it happened to; events of one key stay in order
 * @param type past tense, {@code response.recorded}
 * @param payload JSON
 * @param trace what it belongs to
 */
public record OutboxEvent(
        UUID id, String topic, String key, String type, String payload, Instant createdAt, Optional<Trace> trace) {

    /** The same as part of another trace. */
    public OutboxEvent in(Optional<Trace> other) {
        return new OutboxEvent(id, topic, key, type, payload, createdAt, other);
    }
}
