package io.aftertouch.score.improvement;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import io.aftertouch.score.metric.Comparison;
import io.aftertouch.score.metric.DifferenceInDifferences;
import io.aftertouch.score.metric.Scale;
import io.aftertouch.score.report.ScoreReport;

/**
 * What answers say about an improvement: after it against before it, and against touchpoints where nothing was changed.
 *
 * @param scale on which it is judged; empty when nobody answered in these days
 * @param change after less before; empty while one of them has too few answers to be shown
 * @param beyond how much more it changed than the touchpoints compared with; empty when none of them can be used
 * @param compared the touchpoints compared with, those that cannot be used too
 * @param meanwhile what else was changed in these days at the touchpoint or one compared with
 */
record Effect(
        EffectState state,
        Instant from,
        Instant changedAt,
        Instant to,
        Instant asOf,
        Optional<Scale> scale,
        Optional<ScoreReport.Bucket> before,
        Optional<ScoreReport.Bucket> after,
        Optional<Comparison> change,
        Optional<DifferenceInDifferences> beyond,
        List<Beside> compared,
        List<Improvement> meanwhile) {

    /** A touchpoint compared with; without a change it cannot be used, since it has too few answers on the same scale. */
    record Beside(
            String touchpoint,
            Optional<ScoreReport.Bucket> before,
            Optional<ScoreReport.Bucket> after,
            Optional<Comparison> change) {}
}
