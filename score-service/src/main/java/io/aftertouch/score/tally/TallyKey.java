package io.aftertouch.score.tally;

import java.time.Instant;
import java.util.Comparator;

/** Which tally an answer is counted in. Ordered as the table is, so that two writers lock rows in the same order. */
public record TallyKey(Grain grain, int touchpoint, Instant bucket, int surveyVersion, int channel, int profile)
        implements Comparable<TallyKey> {

    private static final Comparator<TallyKey> ORDER = Comparator.comparing(TallyKey::grain)
            .thenComparingInt(TallyKey::touchpoint)
            .thenComparing(TallyKey::bucket)
            .thenComparingInt(TallyKey::surveyVersion)
            .thenComparingInt(TallyKey::channel)
            .thenComparingInt(TallyKey::profile);

    @Override
    public int compareTo(TallyKey other) {
        return ORDER.compare(this, other);
    }
}
