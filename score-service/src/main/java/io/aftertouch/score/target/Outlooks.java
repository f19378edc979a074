package io.aftertouch.score.target;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import io.aftertouch.score.metric.Counts;
import io.aftertouch.score.metric.Forecast;
import io.aftertouch.score.metric.GoodEnd;
import io.aftertouch.score.metric.Scale;
import io.aftertouch.score.metric.Score;
import io.aftertouch.score.report.CellScores;
import io.aftertouch.score.report.ScoreReport;
import io.aftertouch.score.report.Step;

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
        Instant now = clock.instant();
        Instant start = target.settings().startsOn().atStartOfDay(zone).toInstant();
        Instant end = target.settings().dueOn().plusDays(1).atStartOfDay(zone).toInstant();
        List<ScoreReport.Group> recent = read(target, now.minus(RECENT), now, Step.NONE);
        List<ScoreReport.Group> period =
                start.isBefore(now) ? read(target, start, end.isBefore(now) ? end : now, Step.NONE) : List.of();
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
        Optional<Long> expected = scale.flatMap(one -> lately.map(score -> rate(target, one, score, now)))
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
    private double rate(Target target, Scale scale, Score lately, Instant now) {
        Instant since = now.minus(RECENT);
        boolean olderThanThat = on(scale, read(target, null, since, Step.NONE)).isPresent();
        double seconds = olderThanThat
                ? RECENT.toSeconds()
                : Duration.between(firstDay(target, scale, now), now).toSeconds();
        return lately.n() / Math.max(SECONDS_OF_A_DAY, seconds);
    }

    private Instant firstDay(Target target, Scale scale, Instant now) {
        return read(target, now.minus(RECENT), now, Step.DAY).stream()
                .filter(group -> group.scale().equals(scale))
                .flatMap(group -> group.buckets().stream())
                .filter(bucket -> bucket.score().n() > 0)
                .map(bucket -> bucket.span().from())
                .findFirst()
                .orElse(now);
    }

    private List<ScoreReport.Group> read(Target target, Instant from, Instant to, Step step) {
        return cells.of(target.metric(), Set.of(target.touchpoint()), target.segment(), from, to, step)
                .getOrDefault(target.touchpoint(), List.of());
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
