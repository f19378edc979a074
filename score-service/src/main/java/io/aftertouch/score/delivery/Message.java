package io.aftertouch.score.delivery;

import java.time.Instant;
import java.util.UUID;

/**
 * What one webhook is told of one event.
 *
 * @param eventId what the receiver knows the message by, however often it comes
 * @param payload what is posted in the standard format
 * @param tries how often it was posted since it was written or last replayed
 * @param dueAt when it is posted next, while it waits
 */
record Message(
        UUID id,
        UUID webhook,
        UUID eventId,
        String type,
        String payload,
        MessageState state,
        int tries,
        Instant dueAt,
        Instant createdAt) {}
