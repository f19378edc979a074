package io.aftertouch.score.tally;

import java.time.Instant;
import java.util.Collections;
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

    /** Adds many answers of one hour. */
    public void add(Origin origin, Instant hour, Counts answers) {
        change(origin, hour, answers);
    }

    /** Adds to one tally and not to those that it is a part of, which is right only where the tallies themselves have to be put right. */
    public void add(TallyKey tally, Counts counts) {
        tallies.merge(tally, counts, Counts::plus);
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

    /** In the order of the table. */
    public SortedMap<TallyKey, Counts> tallies() {
        return Collections.unmodifiableSortedMap(tallies);
    }
}
