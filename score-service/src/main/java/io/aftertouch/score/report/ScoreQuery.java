package io.aftertouch.score.report;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;

import io.aftertouch.score.metric.Metric;
import io.aftertouch.score.tally.Grain;
import io.aftertouch.score.tally.Span;

/**
 * What somebody wants to know. An empty set filters nothing; within one filter any of the values will do, and all filters hold
 * together. From and to are null for an open end.
 *
 * @param metric null for any of them, where each scale is to stand by itself
 */
public record ScoreQuery(
        Metric metric,
        Set<String> touchpoints,
        Set<String> stages,
        Map<String, Set<String>> segments,
        Set<String> channels,
        Set<String> surveys,
        Instant from,
        Instant to,
        Step step,
        Grouping grouping,
        ZoneId zone) {

    /** All answers of this metric, undivided. */
    public static ScoreQuery of(Metric metric, ZoneId zone) {
        return new ScoreQuery(
                metric,
                Set.of(),
                Set.of(),
                Map.of(),
                Set.of(),
                Set.of(),
                null,
                null,
                Step.NONE,
                new Grouping.None(),
                zone);
    }

    /** All answers, undivided but by scale. */
    public static ScoreQuery ofAnyMetric(ZoneId zone) {
        return of(null, zone);
    }

    public ScoreQuery at(String touchpoint) {
        return at(Set.of(touchpoint));
    }

    public ScoreQuery at(Set<String> anyTouchpoints) {
        return new ScoreQuery(
                metric, anyTouchpoints, stages, segments, channels, surveys, from, to, step, grouping, zone);
    }

    public ScoreQuery matching(Map<String, Set<String>> anySegments, Set<String> anyChannels) {
        return new ScoreQuery(
                metric, touchpoints, stages, anySegments, anyChannels, surveys, from, to, step, grouping, zone);
    }

    public ScoreQuery ofSurvey(String survey) {
        return new ScoreQuery(
                metric, touchpoints, stages, segments, channels, Set.of(survey), from, to, step, grouping, zone);
    }

    public ScoreQuery between(Instant start, Instant end) {
        return new ScoreQuery(
                metric, touchpoints, stages, segments, channels, surveys, start, end, step, grouping, zone);
    }

    public ScoreQuery by(Grouping other) {
        return new ScoreQuery(metric, touchpoints, stages, segments, channels, surveys, from, to, step, other, zone);
    }

    public ScoreQuery per(Step other) {
        return new ScoreQuery(
                metric, touchpoints, stages, segments, channels, surveys, from, to, other, grouping, zone);
    }

    /** The time asked about, widened to full hours, by which answers are counted. */
    Span hours() {
        return new Span(from == null ? null : Grain.HOUR.floor(from), to == null ? null : Grain.HOUR.ceiling(to));
    }
}
