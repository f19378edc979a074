package io.aftertouch.score.report;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.aftertouch.score.metric.Metric;
import io.aftertouch.score.segment.Segment;

/**
 * The scores of cells, a cell being a touchpoint or one segment of its respondents. A segment is read beside the others of its
 * dimension, so that it is hidden too where it would give away one of them that is too small.
 */
@ApplicationScoped
public class CellScores {

    private final Scores scores;
    private final ZoneId zone;

    CellScores(Scores scores, ZoneId zone) {
        this.scores = scores;
        this.zone = zone;
    }

    /**
     * One group per scale for each of these touchpoints that has answers, by its key.
     *
     * @param from null since ever
     */
    public Map<String, List<ScoreReport.Group>> of(
            Metric metric, Set<String> touchpoints, Optional<Segment> segment, Instant from, Instant to, Step step) {
        ScoreQuery query = ScoreQuery.of(metric, zone)
                .at(touchpoints)
                .between(from, to)
                .per(step)
                .by(segment.<Grouping>map(one -> new Grouping.BySegment(one.dimension()))
                        .orElseGet(Grouping.None::new));
        return scores.byTouchpoint(query).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().stream()
                        .filter(group ->
                                segment.isEmpty() || segment.get().value().equals(group.key()))
                        .toList()));
    }
}
