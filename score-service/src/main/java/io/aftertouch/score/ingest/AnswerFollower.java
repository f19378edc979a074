package io.aftertouch.score.ingest;

import java.util.List;

/**
 * Keeps something else up with the answers, besides the tallies. Any bean that implements it is called in the transaction that counts a batch
 * and remembers its events: what a follower writes is there once for each event, however often and in whatever batches it is delivered. A
 * follower that fails keeps the batch from being counted, and an event that fails alone is parked: it throws only for what must not be counted.
 */
public interface AnswerFollower {

    /**
     * @param changes new ones in the order in which they were heard; never empty. Answers come in no order of time, and changes of one answer in
     *     theirs unless a failure on the way turned it around
     */
    void follow(List<AnswerChange> changes);
}
