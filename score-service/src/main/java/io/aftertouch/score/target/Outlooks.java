package io.aftertouch.score.target;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import io.aftertouch.score.metric.Counts;
import io.aftertouch.score.metric.Forecast;
import io.aftertouch.score.metric.GoodEnd;
import io.aftertouch.score.metric.Metric;
import io.aftertouch.score.metric.Scale;
import io.aftertouch.score.metric.Score;
import io.aftertouch.score.report.CellScores;
import io.aftertouch.score.report.ScoreReport;
import io.aftertouch.score.report.Step;
import io.aftertouch.score.segment.Segment;

/**
 * Says how targets do. The score is that of all answers of the period. The rest of the period is foretold from the latest answers:
 * they come in at the rate of the last 28 days, and people answer as they did in the period so far, or in the last 28 days where the
 * period is younger than that. Answers on another scale than most of the latest ones are left out.
 */
@ApplicationScoped
class Outlooks {

    private static final Duration RECENT = Duration.ofDays(28);
    private static final double SECONDS_OF_A_DAY = Duration.ofDays(1).toSeconds();

    private final CellScores cells;
    private final Clock clock;
    private final ZoneId zone;

    Outlooks(CellScores cells, Clock clock, ZoneId zone) {
        this.cells = cells;
        this.clock = clock;
        this.zone = zone;
    }

    Outlook of(Target target) {
        return judged(List.of(target)).getFirst().outlook();
    }

    /** How targets do, all at the same moment and in their order. */
    List<Judged> judged(List<Target> targets) {
        Reading reading = new Reading(targets, clock.instant());
        return targets.stream()
                .map(target -> new Judged(target, outlook(target, reading)))
                .toList();
    }

    private static Outlook outlook(Target target, Reading reading) {
        Instant now = reading.now;
        Instant start = reading.start(target);
        Instant end = reading.end(target);
        List<ScoreReport.Group> recent = reading.recent(target);
        List<ScoreReport.Group> period = start.isBefore(now) ? reading.period(target) : List.of();
        boolean over = !now.isBefore(end);
        Optional<Scale> scale =
                over ? mostAnswered(period) : mostAnswered(recent).or(() -> mostAnswered(period));
        Optional<ScoreReport.Bucket> soFar = scale.flatMap(one -> on(one, period));
        if (over) {
            return new Outlook(verdict(target, soFar), scale, soFar, Optional.empty(), Optional.empty(), now);
        }
        TargetState state = start.isBefore(now) ? TargetState.RUNNING : TargetState.UPCOMING;
        Optional<Score> shown = soFar.flatMap(ScoreReport.Bucket::shown);
        Optional<Score> lately = scale.flatMap(one -> on(one, recent)).flatMap(ScoreReport.Bucket::shown);
        // what is counted but hidden is foretold with the rest, so that the forecast does not give it away
        Instant from = start.isAfter(now) || shown.isEmpty() ? start : now;
        Optional<Long> expected = scale.flatMap(one -> lately.map(score -> rate(target, one, score, reading)))
                .map(perSecond ->
                        Math.round(perSecond * Duration.between(from, end).toSeconds()));
        Optional<Score> evidence = start.isBefore(now.minus(RECENT)) ? shown : lately;
        return new Outlook(
                state,
                scale,
                soFar,
                expected,
                expected.flatMap(more -> evidence.filter(score -> score.n() >= Score.SHOWN_FROM)
                        .flatMap(score -> Forecast.of(
                                score.scale(),
                                shown.map(Score::counts).orElse(Counts.NONE),
                                score.counts(),
                                more,
                                target.settings().value().doubleValue()))),
                now);
    }

    private static TargetState verdict(Target target, Optional<ScoreReport.Bucket> soFar) {
        return soFar.flatMap(ScoreReport.Bucket::shown)
                .flatMap(score -> score.estimate().map(estimate -> {
                    double distance =
                            estimate.value() - target.settings().value().doubleValue();
                    boolean met = score.scale().goodEnd() == GoodEnd.HIGH ? distance >= 0 : distance <= 0;
                    return met ? TargetState.MET : TargetState.MISSED;
                }))
                .orElse(TargetState.NOT_JUDGED);
    }

    /** Answers per second in the last 28 days, or since the first answer where that came later. */
    private static double rate(Target target, Scale scale, Score lately, Reading reading) {
        double seconds = on(scale, reading.older(target)).isPresent()
                ? RECENT.toSeconds()
                : Duration.between(reading.firstDay(target, scale), reading.now).toSeconds();
        return lately.n() / Math.max(SECONDS_OF_A_DAY, seconds);
    }

    /** What is asked of the answers at touchpoints. */
    private record Question(Metric metric, Optional<Segment> segment, Instant from, Instant to, Step step) {}

    /** The answers of some targets: what several ask of their touchpoints is read once for all of these. */
    private final class Reading {

        private final Instant now;
        private final Map<Question, Set<String>> touchpoints = new HashMap<>();
        private final Map<Question, Map<String, List<ScoreReport.Group>>> answered = new HashMap<>();

        private Reading(List<Target> targets, Instant now) {
            this.now = now;
            for (Target target : targets) {
                Stream.of(aboutRecent(target), aboutOlder(target), aboutDays(target), aboutPeriod(target))
                        .forEach(question -> touchpoints
                                .computeIfAbsent(question, fresh -> new HashSet<>())
                                .add(target.touchpoint()));
            }
        }

        private Instant start(Target target) {
            return target.settings().startsOn().atStartOfDay(zone).toInstant();
        }

        private Instant end(Target target) {
            return target.settings().dueOn().plusDays(1).atStartOfDay(zone).toInstant();
        }

        private List<ScoreReport.Group> recent(Target target) {
            return read(aboutRecent(target), target);
        }

        /** Of all time before the last 28 days. */
        private List<ScoreReport.Group> older(Target target) {
            return read(aboutOlder(target), target);
        }

        private List<ScoreReport.Group> period(Target target) {
            return read(aboutPeriod(target), target);
        }

        private Instant firstDay(Target target, Scale scale) {
            return read(aboutDays(target), target).stream()
                    .filter(group -> group.scale().equals(scale))
                    .flatMap(group -> group.buckets().stream())
                    .filter(bucket -> bucket.score().n() > 0)
                    .map(bucket -> bucket.span().from())
                    .findFirst()
                    .orElse(now);
        }

        private Question aboutRecent(Target target) {
            return question(target, now.minus(RECENT), now, Step.NONE);
        }

        private Question aboutOlder(Target target) {
            return question(target, null, now.minus(RECENT), Step.NONE);
        }

        private Question aboutDays(Target target) {
            return question(target, now.minus(RECENT), now, Step.DAY);
        }

        private Question aboutPeriod(Target target) {
            Instant end = end(target);
            return question(target, start(target), end.isBefore(now) ? end : now, Step.NONE);
        }

        private static Question question(Target target, Instant from, Instant to, Step step) {
            return new Question(target.metric(), target.segment(), from, to, step);
        }

        private List<ScoreReport.Group> read(Question question, Target target) {
            return answered.computeIfAbsent(
                            question,
                            unread -> cells.of(
                                    unread.metric(),
                                    touchpoints.get(unread),
                                    unread.segment(),
                                    unread.from(),
                                    unread.to(),
                                    unread.step()))
                    .getOrDefault(target.touchpoint(), List.of());
        }
    }

    private static Optional<Scale> mostAnswered(List<ScoreReport.Group> groups) {
        return groups.stream()
                .max(Comparator.comparing(
                        group -> group.buckets().getFirst().score().n()))
                .map(ScoreReport.Group::scale);
    }

    private static Optional<ScoreReport.Bucket> on(Scale scale, List<ScoreReport.Group> groups) {
        return groups.stream()
                .filter(group -> group.scale().equals(scale))
                .map(group -> group.buckets().getFirst())
                .findFirst();
    }
}
