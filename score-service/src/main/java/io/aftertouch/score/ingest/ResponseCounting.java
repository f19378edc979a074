package io.aftertouch.score.ingest;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.aftertouch.score.tally.Rollup;
import io.aftertouch.score.tally.Tallies;

/** Counts answers, and takes back what was changed or withdrawn: a batch is rolled up first and then added to the tallies in one go. */
@ApplicationScoped
class ResponseCounting implements AnswerFollower {

    private final Tallies tallies;

    ResponseCounting(Tallies tallies) {
        this.tallies = tallies;
    }

    @Override
    public void follow(List<AnswerChange> changes) {
        Rollup rollup = new Rollup();
        for (AnswerChange change : changes) {
            if (change.before() != null) {
                rollup.subtract(
                        change.origin(), change.answeredAt(), change.before().score());
            }
            if (change.now() != null) {
                rollup.add(change.origin(), change.answeredAt(), change.now().score());
            }
        }
        tallies.add(rollup);
    }
}
