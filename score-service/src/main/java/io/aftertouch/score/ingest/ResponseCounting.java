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
        changes.forEach(change -> change.addTo(rollup));
        tallies.add(rollup);
    }
}
