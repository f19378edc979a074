package io.aftertouch.score.watch;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.aftertouch.score.metric.Comparison;
import io.aftertouch.score.metric.FalseDiscovery;
import io.aftertouch.score.segment.Segment;

/**
 * Looks at every cell (a place, and a place with one segment) for a share of negative answers that has risen. All cells are tested
 * together, so that few are found by mere chance. One cause is reported once: a segment only if it is worse than the other
 * respondents of the place, and any cell only if it is still worse without the cells that were found before it.
 */
public final class HotSpotSearch {

    private final double falseDiscoveryRate;
    private final int atLeastAnswers;
    private final int atLeastPoints;

    public HotSpotSearch(double falseDiscoveryRate, int atLeastAnswers, int atLeastPoints) {
        this.falseDiscoveryRate = falseDiscoveryRate;
        this.atLeastAnswers = atLeastAnswers;
        this.atLeastPoints = atLeastPoints;
    }

    /** What was found, and how many cells had enough answers to be judged. */
    record Findings(List<HotSpot> hotSpots, int cells) {}

    /** The hot spots, those with the most negative answers beyond the expected first. */
    Findings search(Collection<Observation> observations) {
        Map<Place, List<Observation>> places = observations.stream().collect(Collectors.groupingBy(Observation::place));
        List<HotSpot> judged = places.values().stream().flatMap(this::cells).toList();
        double threshold = FalseDiscovery.threshold(
                judged.stream().map(HotSpotSearch::pOfWorse).toList(), falseDiscoveryRate);
        Map<Place, List<HotSpot>> significant =
                judged.stream().filter(cell -> isHot(cell, threshold)).collect(Collectors.groupingBy(HotSpot::place));
        List<HotSpot> hotSpots = significant.entrySet().stream()
                .flatMap(place -> causes(place.getValue(), places.get(place.getKey())).stream())
                .sorted(Comparator.comparingDouble(HotSpot::excess).reversed())
                .toList();
        return new Findings(hotSpots, judged.size());
    }

    /** What a place that is known to be worse suffers from: the cells that are worse and that none of the others explains. */
    public List<HotSpot> causesAt(List<Observation> place) {
        return causes(
                cells(place).filter(cell -> isHot(cell, falseDiscoveryRate)).toList(), place);
    }

    private Stream<HotSpot> cells(List<Observation> place) {
        Stream<Optional<Segment>> segments = place.stream()
                .flatMap(observation -> observation.segments().stream())
                .distinct()
                .map(Optional::of);
        return Stream.concat(Stream.of(Optional.<Segment>empty()), segments)
                .flatMap(segment -> judge(segment, place).stream());
    }

    /** The cell as it shows in these observations, if there is enough to see. */
    private Optional<HotSpot> judge(Optional<Segment> segment, List<Observation> place) {
        List<Observation> own = place.stream()
                .filter(observation -> matches(observation, segment))
                .toList();
        Share now = sum(own, Observation::now);
        Share before = sum(own, Observation::before);
        if (now.n() < atLeastAnswers || before.n() < atLeastAnswers) {
            return Optional.empty();
        }
        Comparison comparison = Comparison.ofShares(now.negative(), now.n(), before.negative(), before.n());
        return Optional.of(new HotSpot(own.getFirst().place(), segment, now, before, comparison));
    }

    /** What has become better says nothing for being worse: else improvements elsewhere would lower what is asked of a hot spot. */
    private static double pOfWorse(HotSpot cell) {
        return cell.comparison().effect() > 0 ? cell.comparison().p() : 1;
    }

    private boolean isHot(HotSpot cell, double threshold) {
        return cell.comparison().p() <= threshold && cell.comparison().effect() >= atLeastPoints;
    }

    /** Those of the significant cells of one place that none of the others explains; the place as a whole is looked at last. */
    private List<HotSpot> causes(List<HotSpot> significant, List<Observation> place) {
        List<HotSpot> causes = new ArrayList<>();
        List<Observation> left = place;
        List<HotSpot> candidates = significant.stream()
                .sorted(Comparator.comparing((HotSpot cell) -> cell.segment().isEmpty())
                        .thenComparing(Comparator.comparingDouble(HotSpotSearch::clarity)
                                .reversed()))
                .toList();
        for (HotSpot candidate : candidates) {
            Optional<Segment> segment = candidate.segment();
            List<Observation> unexplained = left;
            boolean cause = judge(segment, unexplained)
                    .filter(cell -> isHot(cell, falseDiscoveryRate))
                    .filter(cell -> segment.isEmpty() || standsOut(cell, unexplained))
                    .isPresent();
            if (cause) {
                causes.add(candidate);
                left = unexplained.stream()
                        .filter(observation -> !matches(observation, segment))
                        .toList();
            }
        }
        return causes;
    }

    /** How far the rise stands out from chance: the whole of a problem does so more than a part of it, or than more than it. */
    private static double clarity(HotSpot cell) {
        Comparison comparison = cell.comparison();
        return comparison.effect() / (comparison.high() - comparison.low());
    }

    /** Whether a segment is worse now than the other respondents of its place are now. */
    private boolean standsOut(HotSpot cell, List<Observation> place) {
        Share others = sum(place, Observation::now).minus(cell.now());
        if (others.n() == 0) {
            return false;
        }
        Comparison comparison =
                Comparison.ofShares(cell.now().negative(), cell.now().n(), others.negative(), others.n());
        return comparison.effect() > 0 && comparison.p() <= falseDiscoveryRate;
    }

    private static boolean matches(Observation observation, Optional<Segment> segment) {
        return segment.map(observation.segments()::contains).orElse(true);
    }

    private static Share sum(List<Observation> observations, Function<Observation, Share> period) {
        return observations.stream().map(period).reduce(Share.NONE, Share::plus);
    }
}
