package io.aftertouch.score.recount;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

import io.aftertouch.platform.inbox.ReceivedEvent;
import io.aftertouch.score.metric.Counts;
import io.aftertouch.score.tally.FacetCorrection;
import io.aftertouch.score.tally.Rollup;
import io.aftertouch.score.tally.TallyKey;

/**
 * One part, recounted.
 *
 * @param answers how many stand, by the record
 * @param underWay events that have not had their effect here yet and will; they are no difference
 * @param lost events that have not either, and will not come by themselves
 * @param uncountable answers on scales that are not known here
 * @param differences in the order of the tallies
 * @param facets what the sums by facet lack
 */
record Comparison(
        long answers,
        long underWay,
        List<ReceivedEvent> lost,
        long uncountable,
        List<Difference> differences,
        FacetCorrection facets) {

    /** No answers are counted again for sums over all touchpoints: they are held against those of each touchpoint. */
    static Comparison anywhere(FacetCorrection sums) {
        return new Comparison(0, 0, List.of(), 0, List.of(), sums);
    }

    static List<Difference> differences(Map<TallyKey, Counts> stored, Rollup recounted) {
        SortedSet<TallyKey> all = new TreeSet<>(stored.keySet());
        all.addAll(recounted.tallies().keySet());
        List<Difference> differences = new ArrayList<>();
        for (TallyKey tally : all) {
            Counts is = stored.getOrDefault(tally, Counts.NONE);
            Counts should = recounted.tallies().getOrDefault(tally, Counts.NONE);
            if (!is.equals(should)) {
                differences.add(new Difference(tally, is, should));
            }
        }
        return List.copyOf(differences);
    }

    /** How many counts are wrong, of tallies and of sums by facet. */
    long off() {
        return differences.stream().mapToLong(one -> one.missing().distance()).sum() + facets.off();
    }

    /** What has to be added to the tallies. */
    Rollup correction() {
        Rollup correction = new Rollup();
        differences.forEach(one -> correction.add(one.tally(), one.missing()));
        return correction;
    }
}
