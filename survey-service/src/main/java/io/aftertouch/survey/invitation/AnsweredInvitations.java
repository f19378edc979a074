package io.aftertouch.survey.invitation;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

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
        inbox.apply(messages, this::answered);
    }

    private void answered(List<ReceivedEvent> events) {
        Map<UUID, Instant> answeredAt = new HashMap<>();
        events.stream()
                .filter(event -> event.type().equals(RESPONSE_RECORDED))
                .map(event -> event.as(ResponseRecorded.class))
                .filter(response -> response.invitationId() != null)
                .forEach(response -> answeredAt.put(response.invitationId(), response.answeredAt()));
        if (!answeredAt.isEmpty()) {
            life.answer(invitations.lock(answeredAt.keySet()).stream()
                    .filter(invitation -> invitation.state() != InvitationState.ANSWERED)
                    .collect(Collectors.toMap(Function.identity(), invitation -> answeredAt.get(invitation.id()))));
        }
    }
}
