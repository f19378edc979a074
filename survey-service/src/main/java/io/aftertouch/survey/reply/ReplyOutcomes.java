package io.aftertouch.survey.reply;

import java.time.Instant;
import java.util.UUID;

import jakarta.inject.Singleton;

import io.aftertouch.platform.outbox.Outbox;

/** Tells what became of replies; nothing that was written, and nobody's address. */
@Singleton
class ReplyOutcomes {

    private static final String TOPIC = "reply-outcomes";

    private final Outbox outbox;

    ReplyOutcomes(Outbox outbox) {
        this.outbox = outbox;
    }

    /** {@code reply.sent}: the mail server has it. */
    record ReplySent(UUID id, UUID caseId, Instant sentAt) {}

    /**
     * {@code reply.failed}: it will not reach the respondent, or it came back.
     *
     * @param diagnostic what the mail server said, without addresses; null when it said nothing
     */
    record ReplyFailed(UUID id, UUID caseId, ReplyFailure reason, String diagnostic, Instant failedAt) {}

    void sent(Reply reply) {
        add(reply, "reply.sent", new ReplySent(reply.id(), reply.caseId(), reply.settledAt()));
    }

    void failed(Reply reply, ReplyFailure reason, String diagnostic) {
        add(reply, "reply.failed", new ReplyFailed(reply.id(), reply.caseId(), reason, diagnostic, reply.settledAt()));
    }

    private void add(Reply reply, String type, Object event) {
        outbox.add(TOPIC, reply.caseId().toString(), type, event);
    }
}
