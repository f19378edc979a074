package io.aftertouch.score.tally;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import jakarta.enterprise.context.ApplicationScoped;

import io.aftertouch.score.metric.Counts;
import io.aftertouch.score.tally.Facets.Members;

/**
 * The stored tallies: added to, never overwritten. Every answer is counted once where everything is told apart and once in each of its facets, in one
 * transaction, so that both always say the same; a question reads whichever needs fewer rows.
 */
@ApplicationScoped
public class Tallies {

    private final DetailTallies detail;
    private final FacetTallies byFacet;
    private final StoredFacets storedFacets;
    private final Facets facets;

    Tallies(DetailTallies detail, FacetTallies byFacet, StoredFacets storedFacets, Facets facets) {
        this.detail = detail;
        this.byFacet = byFacet;
        this.storedFacets = storedFacets;
        this.facets = facets;
    }

    /** Adds what was rolled up, in the order of the tables, in the transaction at hand. */
    public void add(Rollup rollup) {
        detail.add(rollup.tallies());
        byFacet.add(facets.of(rollup.tallies()));
    }

    /** Adds to tallies and to sums by facet what each of them lacks by itself, in the transaction at hand. */
    public void correct(Rollup tallies, FacetCorrection sums) {
        detail.add(tallies.tallies());
        byFacet.add(sums.missing());
    }

    /** Every tally of a touchpoint in this stretch of time, of all grains, as it is stored. */
    public SortedMap<TallyKey, Counts> stored(int touchpoint, Span span) {
        return detail.stored(touchpoint, span);
    }

    /** What the stored sums by facet of a touchpoint lack in this stretch of time when its tallies ought to be these. */
    public FacetCorrection facetsMissing(int touchpoint, Span span, Rollup recounted) {
        SortedMap<FacetKey, Counts> ought = facets.ofTouchpoints(recounted.tallies());
        Map<Facet, Set<Integer>> members = ought.keySet().stream()
                .collect(Collectors.groupingBy(
                        FacetKey::facet, Collectors.mapping(FacetKey::member, Collectors.toSet())));
        return FacetCorrection.between(storedFacets.ofTouchpoint(touchpoint, span, members), ought);
    }

    /** What the stored sums over all touchpoints lack in this stretch of time when those of each touchpoint are right. */
    public FacetCorrection missingAnywhere(Span span) {
        return FacetCorrection.of(storedFacets.missingAnywhere(span));
    }

    /** The months of UTC in which anything is stored of each touchpoint, by its number. */
    public Map<Integer, SortedSet<YearMonth>> months() {
        return detail.months();
    }

    /** Sums over a span as a whole. */
    public List<Tally> sum(TallyFilter filter, TallyGroup group, Span span) {
        return read(filter, group, Stretches.of(span));
    }

    /** Sums over each of the stretches between these borders, full hours in ascending order. */
    public List<Tally> series(TallyFilter filter, TallyGroup group, List<Instant> borders) {
        return read(filter, group, Stretches.between(borders));
    }

    public boolean isEmpty() {
        return detail.isEmpty();
    }

    private List<Tally> read(TallyFilter filter, TallyGroup group, Stretches stretches) {
        Sums sums = new Sums(stretches);
        if (!filter.matchesNothing()) {
            Optional<List<Members>> members = facets.answering(filter, group);
            if (members.isPresent()) {
                byFacet.read(filter, group, members.get(), stretches, sums);
            } else {
                detail.read(filter, group, stretches, sums);
            }
        }
        return sums.tallies();
    }

    /** Since when and until when there are answers, in full hours; empty if there are none. */
    public Optional<Span> extent(TallyFilter filter) {
        if (filter.matchesNothing()) {
            return Optional.empty();
        }
        Optional<List<Members>> members = facets.answering(filter, new TallyGroup.All());
        Optional<Span> months = starts(filter, members, Grain.MONTH, Span.ALL_TIME);
        if (months.isEmpty()) {
            return Optional.empty();
        }
        Instant first = months.get().from();
        Instant last = months.get().to();
        for (Grain grain : List.of(Grain.DAY, Grain.HOUR)) {
            Grain around = grain == Grain.DAY ? Grain.MONTH : Grain.DAY;
            first = starts(filter, members, grain, new Span(first, around.next(first)))
                    .orElseThrow()
                    .from();
            last = starts(filter, members, grain, new Span(last, around.next(last)))
                    .orElseThrow()
                    .to();
        }
        return Optional.of(new Span(first, Grain.HOUR.next(last)));
    }

    private Optional<Span> starts(TallyFilter filter, Optional<List<Members>> members, Grain grain, Span span) {
        SortedSet<Integer> hours =
                IntStream.range(0, grain == Grain.HOUR ? 24 : 1).boxed().collect(Collectors.toCollection(TreeSet::new));
        return members.isPresent()
                ? byFacet.starts(filter, members.get(), new Stretches.Range(grain, hours, List.of(span), List.of()))
                : detail.starts(filter, grain, span);
    }
}
