package io.aftertouch.score.tally;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;

/** In which sum of a facet an answer is counted. Ordered as the table is, so that two writers lock rows in the same order. */
record FacetKey(Grain grain, int touchpoint, Facet facet, int member, Instant bucket, int surveyVersion)
        implements Comparable<FacetKey> {

    private static final Comparator<FacetKey> ORDER = Comparator.comparing(FacetKey::grain)
            .thenComparing(FacetKey::facet)
            .thenComparing(FacetKey::member)
            .thenComparing(FacetKey::hourOfDay)
            .thenComparing(FacetKey::bucket)
            .thenComparing(FacetKey::touchpoint)
            .thenComparing(FacetKey::surveyVersion);

    /** The hour at which the bucket begins: 0 for days and months. */
    int hourOfDay() {
        return bucket.atOffset(ZoneOffset.UTC).getHour();
    }

    @Override
    public int compareTo(FacetKey other) {
        return ORDER.compare(this, other);
    }
}
