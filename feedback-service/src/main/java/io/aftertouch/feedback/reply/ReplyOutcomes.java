package io.aftertouch.feedback.reply;

import java.time.Instant;
import java.util.UUID;
import java.util.function.Consumer;

import jakarta.enterprise.context.ApplicationScoped;

import io.aftertouch.feedback.review.CaseWork;
import io.aftertouch.platform.inbox.Inbox;
import io.aftertouch.platform.inbox.ReceivedEvent;
import io.smallrye.common.annotation.Blocking;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hears what became of replies and writes it into the history of their cases. A reply that is not kept any more is passed over. */
@ApplicationScoped
class ReplyOutcomes {

    private final Inbox inbox;
    private final ReplyRepository replies;
    private final CaseWork work;

    ReplyOutcomes(Inbox inbox, ReplyRepository replies, CaseWork work) {
        this.inbox = inbox;
        this.replies = replies;
        this.work = work;
    }

    /** What this service reads of {@code reply.sent}. */
    record ReplySent(UUID id, Instant sentAt) {}

    /** What this service reads of {@code reply.failed}. */
    record ReplyFailed(UUID id, ReplyFailure reason, String diagnostic, Instant failedAt) {}

    @Incoming("reply-outcomes")
    @Blocking
    void consume(ConsumerRecords<String, byte[]> messages) {
        inbox.apply(messages, events -> events.forEach(this::apply));
    }

    private void apply(ReceivedEvent event) {
        switch (event.type()) {
            case "reply.sent" -> sent(event.as(ReplySent.class));
            case "reply.failed" -> failed(event.as(ReplyFailed.class));
            default -> passOver();
        }
    }

    private void sent(ReplySent told) {
        held(told.id(), reply -> {
            reply.sent(told.sentAt());
            work.replySent(reply.caseId(), reply.id(), told.sentAt());
        });
    }

    private void failed(ReplyFailed told) {
        held(told.id(), reply -> {
            reply.fail(told.reason(), told.diagnostic(), told.failedAt());
            work.replyFailed(reply.caseId(), reply.id(), told.reason().name(), reply.sentAt());
        });
    }

    private void held(UUID id, Consumer<Reply> change) {
        replies.findByIdOptional(id).ifPresent(change);
    }

    private static void passOver() {
        // a producer may tell more than we know
    }
}
