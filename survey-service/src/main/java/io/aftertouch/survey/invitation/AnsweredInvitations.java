package io.aftertouch.survey.invitation;

import java.time.Instant;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.aftertouch.platform.inbox.Inbox;
import io.aftertouch.platform.inbox.ReceivedEvent;
import io.smallrye.reactive.messaging.annotations.Blocking;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hears of answers and marks their invitations. */
@ApplicationScoped
class AnsweredInvitations {

    private static final String RESPONSE_RECORDED = "response.recorded";

    private final Inbox inbox;
    private final InvitationRepository invitations;
    private final InvitationLife life;

    AnsweredInvitations(Inbox inbox, InvitationRepository invitations, InvitationLife life) {
        this.inbox = inbox;
        this.invitations = invitations;
        this.life = life;
    }

    /** What this service reads of {@code response.recorded}; null for an answer without an invitation. */
    record ResponseRecorded(UUID invitationId, Instant answeredAt) {}

    @Incoming("responses")
    @Blocking
    void consume(ConsumerRecords<String, byte[]> messages) {
        inbox.apply(messages, events -> events.stream()
                .filter(event -> event.type().equals(RESPONSE_RECORDED))
                .forEach(this::answered));
    }

    private void answered(ReceivedEvent event) {
        ResponseRecorded response = event.as(ResponseRecorded.class);
        if (response.invitationId() == null) {
            return;
        }
        invitations
                .lock(response.invitationId())
                .filter(invitation -> invitation.state() != InvitationState.ANSWERED)
                .ifPresent(invitation -> life.answer(invitation, response.answeredAt()));
    }
}
