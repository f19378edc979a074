package io.aftertouch.score.tally;

import java.time.Instant;
import java.util.Comparator;
import java.util.concurrent.TimeUnit;

/** In which sum of a facet an answer is counted. Ordered as the table is, so that two writers lock rows in the same order. */
record FacetKey(Grain grain, int touchpoint, Facet facet, int member, Instant bucket, int surveyVersion)
        implements Comparable<FacetKey> {

    private static final Comparator<FacetKey> ORDER = Comparator.comparing(FacetKey::grain)
            .thenComparing(FacetKey::facet)
            .thenComparingInt(FacetKey::member)
            .thenComparingInt(FacetKey::hourOfDay)
            .thenComparing(FacetKey::bucket)
            .thenComparingInt(FacetKey::touchpoint)
            .thenComparingInt(FacetKey::surveyVersion);

    /** The hour at which the bucket begins: 0 for days and months. */
    int hourOfDay() {
        return (int) Math.floorMod(TimeUnit.SECONDS.toHours(bucket.getEpochSecond()), TimeUnit.DAYS.toHours(1));
    }

    @Override
    public int compareTo(FacetKey other) {
        return ORDER.compare(this, other);
    }
}
