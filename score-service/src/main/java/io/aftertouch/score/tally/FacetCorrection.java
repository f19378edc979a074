package io.aftertouch.score.tally;

import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

import io.aftertouch.score.metric.Counts;

/** What has to be added to stored sums by facet so that they are those of the answers. It stays right while answers are added at the same time. */
public final class FacetCorrection {

    private final SortedMap<FacetKey, Counts> missing;

    private FacetCorrection(SortedMap<FacetKey, Counts> missing) {
        this.missing = missing;
    }

    static FacetCorrection between(SortedMap<FacetKey, Counts> stored, SortedMap<FacetKey, Counts> recounted) {
        SortedSet<FacetKey> all = new TreeSet<>(stored.keySet());
        all.addAll(recounted.keySet());
        SortedMap<FacetKey, Counts> missing = new TreeMap<>();
        for (FacetKey key : all) {
            Counts difference = recounted.getOrDefault(key, Counts.NONE).minus(stored.getOrDefault(key, Counts.NONE));
            if (difference.distance() > 0) {
                missing.put(key, difference);
            }
        }
        return new FacetCorrection(missing);
    }

    static FacetCorrection of(SortedMap<FacetKey, Counts> missing) {
        return new FacetCorrection(missing);
    }

    SortedMap<FacetKey, Counts> missing() {
        return missing;
    }

    /** How many counts are wrong. */
    public long off() {
        return missing.values().stream().mapToLong(Counts::distance).sum();
    }
}
