package io.aftertouch.feedback.catalog;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** What survey-service tells of an invitation's life, as far as it matters to whoever takes the answer. */
sealed interface InvitationEvent {

    UUID id();

    /** It may be answered. The token is known by its SHA-256 only. */
    record Scheduled(
            UUID id,
            byte[] tokenHash,
            String survey,
            int surveyVersion,
            String touchpoint,
            String touchpointName,
            String channel,
            String touchpointChannel,
            String respondentRef,
            String locale,
            Map<String, String> segments,
            Map<String, String> attributes,
            String eventSource,
            String eventId,
            Instant occurredAt,
            Instant dueAt,
            Instant expiresAt,
            Instant scheduledAt)
            implements InvitationEvent {}

    record Sent(UUID id, Instant sentAt) implements InvitationEvent {}

    record Cancelled(UUID id, String reason, Instant cancelledAt) implements InvitationEvent {}

    record Expired(UUID id, Instant expiredAt) implements InvitationEvent {}
}
