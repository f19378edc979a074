package io.aftertouch.score.improvement;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import io.aftertouch.score.improvement.Effect.Beside;
import io.aftertouch.score.metric.Comparison;
import io.aftertouch.score.metric.Counts;
import io.aftertouch.score.metric.DifferenceInDifferences;
import io.aftertouch.score.metric.DifferenceInDifferences.Change;
import io.aftertouch.score.metric.Scale;
import io.aftertouch.score.metric.Score;
import io.aftertouch.score.report.CellScores;
import io.aftertouch.score.report.ScoreReport;
import io.aftertouch.score.report.Step;

/** Reads the answers before and after improvements. */
@ApplicationScoped
class Effects {

    private final CellScores cells;
    private final ImprovementRepository improvements;
    private final Clock clock;
    private final ZoneId zone;

    Effects(CellScores cells, ImprovementRepository improvements, Clock clock, ZoneId zone) {
        this.cells = cells;
        this.improvements = improvements;
        this.clock = clock;
        this.zone = zone;
    }

    /** Before and after of some touchpoints. */
    private record Times(Map<String, List<ScoreReport.Group>> before, Map<String, List<ScoreReport.Group>> after) {

        Optional<ScoreReport.Bucket> before(String touchpoint, Scale scale) {
            return on(before, touchpoint, scale);
        }

        Optional<ScoreReport.Bucket> after(String touchpoint, Scale scale) {
            return on(after, touchpoint, scale);
        }

        /** The scale that most answers at a touchpoint were given on. */
        Optional<Scale> scale(String touchpoint) {
            return Stream.of(after, before)
                    .flatMap(time -> time.getOrDefault(touchpoint, List.of()).stream())
                    .max(Comparator.comparing(
                            group -> group.buckets().getFirst().score().n()))
                    .map(ScoreReport.Group::scale);
        }

        private static Optional<ScoreReport.Bucket> on(
                Map<String, List<ScoreReport.Group>> time, String touchpoint, Scale scale) {
            return time.getOrDefault(touchpoint, List.of()).stream()
                    .filter(group -> group.scale().equals(scale))
                    .map(group -> group.buckets().getFirst())
                    .findFirst();
        }
    }

    Effect of(Improvement improvement) {
        ImprovementSettings settings = improvement.settings();
        Instant now = clock.instant();
        Instant from = settings.changedOn()
                .minusDays(settings.days())
                .atStartOfDay(zone)
                .toInstant();
        Instant changed = settings.changedOn().atStartOfDay(zone).toInstant();
        Instant to = settings.changedOn()
                .plusDays(settings.days())
                .atStartOfDay(zone)
                .toInstant();
        EffectState state = now.isBefore(changed)
                ? EffectState.UPCOMING
                : now.isBefore(to) ? EffectState.COLLECTING : EffectState.COMPLETE;
        Times times = new Times(
                read(improvement, from, changed.isBefore(now) ? changed : now),
                state == EffectState.UPCOMING ? Map.of() : read(improvement, changed, to.isBefore(now) ? to : now));
        Optional<Scale> scale = times.scale(improvement.touchpoint());
        Optional<ScoreReport.Bucket> before = scale.flatMap(one -> times.before(improvement.touchpoint(), one));
        Optional<ScoreReport.Bucket> after = scale.flatMap(one -> times.after(improvement.touchpoint(), one));
        Optional<Change> change = change(before, after);
        List<Beside> compared = settings.comparedWith().stream()
                .map(key -> beside(key, scale, times))
                .toList();
        return new Effect(
                state,
                from,
                changed,
                to,
                now,
                scale,
                before,
                after,
                change.map(one -> Comparison.ofScores(scale.orElseThrow(), one.after(), one.before())),
                change.flatMap(one -> beyond(scale.orElseThrow(), one, compared)),
                compared,
                meanwhile(improvement));
    }

    private Map<String, List<ScoreReport.Group>> read(Improvement improvement, Instant from, Instant to) {
        if (!from.isBefore(to)) {
            return Map.of();
        }
        Set<String> touchpoints = new HashSet<>(improvement.settings().comparedWith());
        touchpoints.add(improvement.touchpoint());
        return cells.of(improvement.metric(), touchpoints, improvement.segment(), from, to, Step.NONE);
    }

    private static Beside beside(String touchpoint, Optional<Scale> scale, Times times) {
        var before = scale.flatMap(one -> times.before(touchpoint, one));
        var after = scale.flatMap(one -> times.after(touchpoint, one));
        return new Beside(
                touchpoint,
                before,
                after,
                change(before, after)
                        .map(change -> Comparison.ofScores(scale.orElseThrow(), change.after(), change.before())));
    }

    private static Optional<DifferenceInDifferences> beyond(Scale scale, Change change, List<Beside> compared) {
        List<Change> others = compared.stream()
                .flatMap(beside -> change(beside.before(), beside.after()).stream())
                .toList();
        return others.isEmpty() ? Optional.empty() : Optional.of(DifferenceInDifferences.of(scale, change, others));
    }

    private static Optional<Change> change(Optional<ScoreReport.Bucket> before, Optional<ScoreReport.Bucket> after) {
        return counts(before).flatMap(first -> counts(after).map(second -> new Change(first, second)));
    }

    private static Optional<Counts> counts(Optional<ScoreReport.Bucket> bucket) {
        return bucket.flatMap(ScoreReport.Bucket::shown)
                .filter(score -> score.n() >= Score.SHOWN_FROM)
                .map(Score::counts);
    }

    private List<Improvement> meanwhile(Improvement improvement) {
        ImprovementSettings settings = improvement.settings();
        Set<String> touchpoints = new HashSet<>(settings.comparedWith());
        touchpoints.add(improvement.touchpoint());
        return improvements.others(
                improvement.id(),
                touchpoints,
                settings.changedOn().minusDays(settings.days()),
                settings.changedOn().plusDays(settings.days() - 1L));
    }
}
