package io.aftertouch.survey.reply;

import java.time.temporal.TemporalAmount;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Singleton;

import io.aftertouch.platform.retention.KeptInOrder;
import io.aftertouch.survey.respondent.RetentionPeriods;

/** Replies; afterwards they say that somebody was written to, not who. Their words went when they were sent. */
@Singleton
class KeptReplies extends KeptInOrder {

    private final ReplyRepository replies;
    private final RetentionPeriods periods;

    KeptReplies(ReplyRepository replies, RetentionPeriods periods) {
        this.replies = replies;
        this.periods = periods;
    }

    @Override
    public String kind() {
        return "replies";
    }

    @Override
    public String what() {
        return "Replies with the addresses they went to";
    }

    @Override
    public TemporalAmount keptFor() {
        return periods.invitations();
    }

    @Override
    protected List<UUID> personal(UUID after, UUID before, int limit) {
        return replies.personal(after, before, limit);
    }

    @Override
    protected void forget(List<UUID> ids) {
        replies.forget(ids);
    }
}
