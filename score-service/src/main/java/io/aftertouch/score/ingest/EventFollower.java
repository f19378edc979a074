package io.aftertouch.score.ingest;

import java.util.List;

import io.aftertouch.platform.inbox.ReceivedEvent;

/**
 * Hears every event about answers, cases, invitations and decisions once, in the transaction that remembers it; the types tell them apart. What an
 * {@link AnswerFollower} must and must not do holds here too.
 */
public interface EventFollower {

    /** @param events new ones of one topic in the order in which they were heard; never empty */
    void hear(List<ReceivedEvent> events);
}
