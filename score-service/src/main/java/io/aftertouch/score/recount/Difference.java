package io.aftertouch.score.recount;

import io.aftertouch.score.metric.Counts;
import io.aftertouch.score.tally.TallyKey;

/** A tally that is not what its answers come to. */
record Difference(TallyKey tally, Counts stored, Counts recounted) {

    /** What has to be added to the tally. It stays right while answers are added at the same time. */
    Counts missing() {
        return recounted.minus(stored);
    }
}
