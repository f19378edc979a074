package io.aftertouch.score.report;

import java.time.Instant;

import io.aftertouch.score.metric.Metric;
import io.aftertouch.score.metric.Scale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Two scores side by side as the API gives them, nothing rounded. */
@Schema(name = "ScoreComparison")
record ComparisonView(
        @Schema(required = true) Metric metric,

        @Schema(description = "The scale of both, null if nobody answered.", nullable = true)
        String scale,

        @Schema(required = true) Instant asOf,
        @Schema(required = true) ScoresView.BucketView first,
        @Schema(required = true) ScoresView.BucketView second,

        @Schema(description = "Null unless there are at least 5 answers on both sides.", nullable = true)
        DifferenceView difference)
        implements Dated {

    static ComparisonView of(ComparisonReport report) {
        return new ComparisonView(
                report.metric(),
                report.scale().map(Scale::key).orElse(null),
                report.asOf(),
                ScoresView.BucketView.of(report.first()),
                ScoresView.BucketView.of(report.second()),
                report.difference().map(DifferenceView::of).orElse(null));
    }

    @Override
    public Object content() {
        return new ComparisonView(metric, scale, null, first, second, difference);
    }
}
