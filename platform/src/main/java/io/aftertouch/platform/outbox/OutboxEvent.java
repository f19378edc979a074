package io.aftertouch.platform.outbox;

import java.time.Instant;
import java.util.UUID;

/**
 * A row of the outbox: something that happened, to be told to the other services.
 *
 * @param topic logical name, without the installation's prefix
 * @param key the id of the thing it happened to; events of one key stay in order
 * @param type past tense, {@code response.recorded}
 * @param payload JSON
 */
public record OutboxEvent(UUID id, String topic, String key, String type, String payload, Instant createdAt) {}
