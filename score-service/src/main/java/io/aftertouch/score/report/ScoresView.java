package io.aftertouch.score.report;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import io.aftertouch.score.metric.Band;
import io.aftertouch.score.metric.Interval;
import io.aftertouch.score.metric.IntervalMethod;
import io.aftertouch.score.metric.Metric;
import io.aftertouch.score.metric.Scale;
import io.aftertouch.score.metric.Score;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Scores as the API gives them, nothing rounded. */
@Schema(name = "Scores")
public record ScoresView(
        @Schema(required = true) Metric metric,

        @Schema(description = "The scale of all groups, null if there is none or more than one.", nullable = true)
        String scale,

        @Schema(required = true) Instant asOf,
        @Schema(required = true) List<GroupView> groups)
        implements Dated {

    /** Without the names of properties, since it is written down for every answer only to be fingerprinted. */
    @Override
    public Object content() {
        return Arrays.asList(
                metric, scale, groups.stream().map(GroupView::content).toList());
    }

    static ScoresView of(ScoreReport report) {
        return new ScoresView(
                report.metric(),
                report.scale().map(Scale::key).orElse(null),
                report.asOf(),
                report.groups().stream().map(GroupView::of).toList());
    }

    @Schema(name = "ScoreGroup")
    public record GroupView(
            @Schema(
                    description = "What was grouped by; null without groupBy, (none) without such a value.",
                    nullable = true)
            String group,

            @Schema(description = "What people call the group.", nullable = true)
            String name,

            @Schema(required = true) String scale,
            @Schema(required = true) List<BucketView> buckets) {

        private Object content() {
            return Arrays.asList(
                    group,
                    name,
                    scale,
                    buckets.stream().map(BucketView::content).toList());
        }

        private static GroupView of(ScoreReport.Group group) {
            return new GroupView(
                    group.key(),
                    group.name(),
                    group.scale().key(),
                    group.buckets().stream().map(BucketView::of).toList());
        }
    }

    @Schema(
            name = "ScoreBucket",
            description =
                    "One score. Without answers n is 0 and there is no score; suppressed, there are no numbers at all.")
    public record BucketView(
            @Schema(description = "First instant covered, null if since ever.", nullable = true)
            Instant from,

            @Schema(description = "First instant no longer covered, null if open.", nullable = true)
            Instant to,

            @Schema(nullable = true) Long n,

            @Schema(description = "NPS: -100 to 100. CSAT: percent positive. CES: mean on the scale.", nullable = true)
            Double score,

            @Schema(description = "Lower end of the 95 % interval.", nullable = true)
            Double low,

            @Schema(description = "Upper end of the 95 % interval.", nullable = true)
            Double high,

            @Schema(description = "How the interval was computed.", nullable = true)
            IntervalMethod method,

            @Schema(description = "Mean of all scores.", nullable = true)
            Double mean,

            @Schema(nullable = true) Long positive,
            @Schema(nullable = true) Long neutral,
            @Schema(nullable = true) Long negative,

            @Schema(description = "Answers per score, from the lowest of the scale to the highest.", nullable = true)
            List<ScoreCountView> histogram,

            @Schema(
                    required = true,
                    description =
                            "True if there are fewer than 5 answers, or if such a cell could be told from this one.")
            boolean suppressed) {

        /** What is left out follows from the rest: n, the mean and the neutral ones from how often each score was given. */
        private Object content() {
            return Arrays.asList(
                    from,
                    to,
                    score,
                    low,
                    high,
                    method,
                    positive,
                    negative,
                    histogram == null
                            ? null
                            : histogram.stream()
                                    .mapToLong(ScoreCountView::count)
                                    .toArray(),
                    suppressed);
        }

        public static BucketView of(ScoreReport.Bucket bucket) {
            return bucket.shown()
                    .map(score -> of(bucket, score))
                    .orElseGet(() -> new BucketView(
                            bucket.span().from(),
                            bucket.span().to(),
                            null,
                            null,
                            null,
                            null,
                            null,
                            null,
                            null,
                            null,
                            null,
                            null,
                            true));
        }

        private static BucketView of(ScoreReport.Bucket bucket, Score score) {
            var estimate = score.estimate();
            var interval = estimate.map(Score.Estimate::interval);
            return new BucketView(
                    bucket.span().from(),
                    bucket.span().to(),
                    score.n(),
                    estimate.map(Score.Estimate::value).orElse(null),
                    interval.map(Interval::low).orElse(null),
                    interval.map(Interval::high).orElse(null),
                    interval.map(Interval::method).orElse(null),
                    estimate.map(Score.Estimate::mean).orElse(null),
                    score.in(Band.POSITIVE),
                    score.in(Band.NEUTRAL),
                    score.in(Band.NEGATIVE),
                    IntStream.rangeClosed(score.scale().min(), score.scale().max())
                            .mapToObj(value ->
                                    new ScoreCountView(value, score.counts().at(value)))
                            .toList(),
                    false);
        }
    }

    @Schema(name = "ScoreCount")
    public record ScoreCountView(
            @Schema(required = true) int score,
            @Schema(required = true) long count) {}
}
