package io.aftertouch.survey.invitation;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Singleton;

import io.aftertouch.platform.outbox.Outbox;
import io.aftertouch.survey.judging.Channel;
import io.aftertouch.survey.judging.Reason;

/** Tells the other services what becomes of invitations. Neither the token nor anything personal is told. */
@Singleton
class InvitationAnnouncements {

    private static final String TOPIC = "invitations";

    private final Outbox outbox;

    InvitationAnnouncements(Outbox outbox) {
        this.outbox = outbox;
    }

    /**
     * {@code invitation.scheduled}: all that the form needs to take an answer.
     *
     * @param tokenHash base64 of the token's SHA-256
     * @param eventId the event's name at its source
     */
    record InvitationScheduled(
            UUID id,
            String tokenHash,
            String survey,
            int surveyVersion,
            String touchpoint,
            String touchpointName,
            Channel channel,
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
            Instant scheduledAt) {}

    /** {@code invitation.sent}. */
    record InvitationSent(UUID id, String survey, String touchpoint, Instant sentAt) {}

    /** {@code invitation.answered}: this service heard of the answer. */
    record InvitationAnswered(UUID id, String survey, String touchpoint, Instant answeredAt) {}

    /** {@code invitation.expired}. */
    record InvitationExpired(UUID id, String survey, String touchpoint, Instant expiredAt) {}

    /** {@code invitation.cancelled}. */
    record InvitationCancelled(UUID id, String survey, String touchpoint, Reason reason, Instant cancelledAt) {}

    /** {@code invitation.failed}: it could not be delivered. */
    record InvitationFailed(UUID id, String survey, String touchpoint, Reason reason, Instant failedAt) {}

    /** {@code invitation.bounced}: there is no such mailbox. Whoever has the link may still answer. */
    record InvitationBounced(UUID id, String survey, String touchpoint, Reason reason, Instant bouncedAt) {}

    void scheduled(List<InvitationScheduled> invitations) {
        outbox.addAll(invitations.stream()
                .map(event -> outbox.event(TOPIC, event.id().toString(), "invitation.scheduled", event))
                .toList());
    }

    void sent(Invitation invitation) {
        add(
                invitation.id(),
                "invitation.sent",
                new InvitationSent(
                        invitation.id(),
                        invitation.survey(),
                        invitation.touchpoint(),
                        invitation.sentAt().orElseThrow()));
    }

    void answered(Collection<Invitation> invitations) {
        outbox.addAll(invitations.stream()
                .map(invitation -> outbox.event(
                        TOPIC,
                        invitation.id().toString(),
                        "invitation.answered",
                        new InvitationAnswered(
                                invitation.id(), invitation.survey(), invitation.touchpoint(), closedAt(invitation))))
                .toList());
    }

    void expired(Invitation invitation) {
        add(
                invitation.id(),
                "invitation.expired",
                new InvitationExpired(
                        invitation.id(), invitation.survey(), invitation.touchpoint(), closedAt(invitation)));
    }

    void cancelled(Invitation invitation) {
        Reason reason = invitation.reason().orElseThrow();
        add(
                invitation.id(),
                "invitation.cancelled",
                new InvitationCancelled(
                        invitation.id(), invitation.survey(), invitation.touchpoint(), reason, closedAt(invitation)));
    }

    void failed(Invitation invitation) {
        Reason reason = invitation.reason().orElseThrow();
        add(
                invitation.id(),
                "invitation.failed",
                new InvitationFailed(
                        invitation.id(), invitation.survey(), invitation.touchpoint(), reason, closedAt(invitation)));
    }

    void bounced(Invitation invitation) {
        Reason reason = invitation.reason().orElseThrow();
        add(
                invitation.id(),
                "invitation.bounced",
                new InvitationBounced(
                        invitation.id(), invitation.survey(), invitation.touchpoint(), reason, closedAt(invitation)));
    }

    private static Instant closedAt(Invitation invitation) {
        return invitation.closedAt().orElseThrow();
    }

    private void add(UUID id, String type, Object event) {
        outbox.add(TOPIC, id.toString(), type, event);
    }
}
