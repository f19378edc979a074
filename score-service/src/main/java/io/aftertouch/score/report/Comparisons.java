package io.aftertouch.score.report;

import java.time.Clock;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import io.aftertouch.score.metric.Counts;
import io.aftertouch.score.metric.Scale;
import io.aftertouch.score.metric.Score;
import io.aftertouch.score.report.ScoreReport.Bucket;
import io.aftertouch.score.report.ScoreReport.Group;
import io.aftertouch.score.tally.Span;
import io.aftertouch.score.tally.TallyFilter;

/** Holds the answers to two questions against each other. */
@ApplicationScoped
public class Comparisons {

    private final Scores scores;
    private final Clock clock;

    Comparisons(Scores scores, Clock clock) {
        this.scores = scores;
        this.clock = clock;
    }

    /**
     * @throws InvalidQuery when an answer may belong to both sides: the tests hold for separate ones only, and a few answers in one and not in the other
     *     could be told from the difference
     * @throws MixedScales when the answers were not all given on the same scale
     */
    public ComparisonReport compare(ComparisonQuery query) {
        ScoreReading reading = scores.reading();
        requireSeparate(query, reading);
        Instant asOf = clock.instant();
        List<Group> first = reading.byScale(query.first());
        List<Group> second = reading.byScale(query.second());
        List<Scale> scales = scales(first, second);
        if (scales.size() > 1) {
            throw new MixedScales(Stream.of(query.first(), query.second())
                    .flatMap(side -> reading.versionsBehind(side).stream())
                    .collect(Collectors.toSet()));
        }
        Optional<Scale> scale = scales.stream().findFirst();
        return new ComparisonReport(
                query.first().metric(),
                asOf,
                scale,
                bucket(query.first(), first, scale),
                bucket(query.second(), second, scale));
    }

    /** The same for each scale by itself, in the order of their names. */
    public List<ComparisonReport> byScale(ComparisonQuery query) {
        ScoreReading reading = scores.reading();
        requireSeparate(query, reading);
        Instant asOf = clock.instant();
        List<Group> first = reading.byScale(query.first());
        List<Group> second = reading.byScale(query.second());
        return scales(first, second).stream()
                .map(scale -> new ComparisonReport(
                        query.first().metric(),
                        asOf,
                        Optional.of(scale),
                        bucket(query.first(), ofScale(first, scale), Optional.of(scale)),
                        bucket(query.second(), ofScale(second, scale), Optional.of(scale))))
                .toList();
    }

    private static List<Scale> scales(List<Group> first, List<Group> second) {
        return Stream.concat(first.stream(), second.stream())
                .map(Group::scale)
                .distinct()
                .toList();
    }

    private static List<Group> ofScale(List<Group> groups, Scale scale) {
        return groups.stream().filter(group -> group.scale().equals(scale)).toList();
    }

    private static Bucket bucket(ScoreQuery query, List<Group> groups, Optional<Scale> scale) {
        return groups.stream()
                .map(group -> group.buckets().getFirst())
                .findFirst()
                .orElseGet(() -> new Bucket(query.hours(), Score.of(scale.orElse(anyOf(query)), Counts.NONE), false));
    }

    /** Nothing is nothing on every scale. */
    private static Scale anyOf(ScoreQuery query) {
        return switch (query.metric()) {
            case NPS -> Scale.NPS;
            case CSAT -> Scale.CSAT_5;
            case CES -> Scale.CES_2;
        };
    }

    private static void requireSeparate(ComparisonQuery query, ScoreReading reading) {
        boolean separate = areSeparate(query.first().hours(), query.second().hours())
                || areSeparate(reading.filter(query.first()), reading.filter(query.second()));
        if (!separate) {
            throw new InvalidQuery(
                    "What is compared has answers in common. Name another period (againstFrom, againstTo), or other segments, channels, touchpoints, stages or surveys (againstSegment, …) that the first side does not have.");
        }
    }

    private static boolean areSeparate(Span one, Span other) {
        return endsBefore(one, other) || endsBefore(other, one);
    }

    private static boolean endsBefore(Span one, Span other) {
        return one.to() != null && other.from() != null && !one.to().isAfter(other.from());
    }

    private static boolean areSeparate(TallyFilter one, TallyFilter other) {
        return Collections.disjoint(one.touchpoints(), other.touchpoints())
                || Collections.disjoint(one.surveyVersions(), other.surveyVersions())
                || areSeparateValues(one.channels(), other.channels())
                || one.segments().entrySet().stream()
                        .anyMatch(asked -> areSeparateValues(
                                asked.getValue(), other.segments().getOrDefault(asked.getKey(), Set.of())));
    }

    /** No value named means any. */
    private static boolean areSeparateValues(Set<?> one, Set<?> other) {
        return !one.isEmpty() && !other.isEmpty() && Collections.disjoint(one, other);
    }
}
