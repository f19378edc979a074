package io.aftertouch.score.tally;

import java.time.Instant;
import java.util.SortedMap;
import java.util.TreeMap;

import io.aftertouch.score.metric.Counts;

/**
 * Adds answers up by hour, day and month before they are written. Adding is all it does, so neither the order of the answers nor the
 * way they are cut into batches changes the sum.
 */
public final class Rollup {

    private final SortedMap<TallyKey, Counts> tallies = new TreeMap<>();

    public void add(Origin origin, Instant answeredAt, int score) {
        change(origin, answeredAt, Counts.ofOne(score));
    }

    /** Takes back what was added for an answer, or will be: the order does not matter here either. */
    public void subtract(Origin origin, Instant answeredAt, int score) {
        change(origin, answeredAt, Counts.lessOne(score));
    }

    private void change(Origin origin, Instant answeredAt, Counts change) {
        for (Grain grain : Grain.values()) {
            var key = new TallyKey(
                    grain,
                    origin.touchpoint(),
                    grain.floor(answeredAt),
                    origin.surveyVersion(),
                    origin.channel(),
                    origin.profile());
            tallies.merge(key, change, Counts::plus);
        }
    }

    SortedMap<TallyKey, Counts> tallies() {
        return tallies;
    }
}
