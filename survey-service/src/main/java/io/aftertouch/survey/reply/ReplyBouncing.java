package io.aftertouch.survey.reply;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import jakarta.inject.Singleton;

import io.aftertouch.survey.invitation.Cause;

/** Finds the reply that a bounce is about and marks it. All of it belongs into the transaction of the caller. */
@Singleton
public class ReplyBouncing {

    private final ReplyRepository replies;
    private final ReplyMessageIds messageIds;
    private final ReplyOutcomes outcomes;

    ReplyBouncing(ReplyRepository replies, ReplyMessageIds messageIds, ReplyOutcomes outcomes) {
        this.replies = replies;
        this.messageIds = messageIds;
        this.outcomes = outcomes;
    }

    /** A reply that came back, and the mailbox that it went to. */
    public record Returned(UUID reply, Optional<String> mailbox) {}

    /** The reply that one of our Message-IDs belongs to. */
    public Optional<Returned> byMessageId(String messageId) {
        return messageIds
                .reply(messageId)
                .flatMap(replies::lock)
                .map(reply -> new Returned(reply.id(), reply.mailbox()));
    }

    /** There is no such mailbox, so that whoever wrote has to look for another way. What is over already stays as it is. */
    public void bounced(Returned returned, String diagnostic, Instant at) {
        replies.lock(returned.reply()).filter(Reply::isSent).ifPresent(reply -> {
            reply.fail(ReplyFailure.ADDRESS_BOUNCED, at);
            outcomes.failed(reply, ReplyFailure.ADDRESS_BOUNCED, Cause.readable(diagnostic));
        });
    }
}
