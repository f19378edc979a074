package io.aftertouch.score.report;

import java.time.Instant;
import java.util.Optional;

import io.aftertouch.score.metric.Comparison;
import io.aftertouch.score.metric.Metric;
import io.aftertouch.score.metric.Scale;
import io.aftertouch.score.report.ScoreReport.Bucket;

/**
 * Two scores side by side. There is no scale when nobody answered on either side, and no difference unless both scores may be shown and there are any.
 */
public record ComparisonReport(Metric metric, Instant asOf, Optional<Scale> scale, Bucket first, Bucket second) {

    public Optional<Comparison> difference() {
        return first.shown().filter(score -> score.n() > 0).flatMap(one -> second.shown()
                .filter(score -> score.n() > 0)
                .map(other -> Comparison.ofScores(one.scale(), one.counts(), other.counts())));
    }
}
