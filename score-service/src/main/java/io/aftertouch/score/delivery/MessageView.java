package io.aftertouch.score.delivery;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A message to a webhook.
 *
 * @param id the {@code webhook-id} that the receiver sees, the same however often it is posted
 * @param tries how often it was posted since it was written or last replayed
 * @param dueAt when it is posted next; null unless it waits
 * @param payload what the standard format posts; only where one message is asked for
 * @param attempts oldest first; only where one message is asked for
 */
@Schema(name = "WebhookMessage")
@JsonInclude(JsonInclude.Include.ALWAYS)
record MessageView(
        UUID id,
        String type,
        MessageState state,
        int tries,
        Instant dueAt,
        Instant createdAt,

        @JsonInclude(JsonInclude.Include.NON_NULL) @JsonRawValue @Schema(type = SchemaType.OBJECT)
        String payload,

        @JsonInclude(JsonInclude.Include.NON_NULL) List<AttemptView> attempts) {

    static MessageView of(Message message) {
        return of(message, null, null);
    }

    static MessageView of(Message message, List<Attempt> attempts) {
        return of(
                message,
                message.payload(),
                attempts.stream().map(AttemptView::of).toList());
    }

    private static MessageView of(Message message, String payload, List<AttemptView> attempts) {
        return new MessageView(
                message.eventId(),
                message.type(),
                message.state(),
                message.tries(),
                message.state() == MessageState.WAITING ? message.dueAt() : null,
                message.createdAt(),
                payload,
                attempts);
    }
}
