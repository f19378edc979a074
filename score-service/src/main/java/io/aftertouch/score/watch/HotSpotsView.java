package io.aftertouch.score.watch;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import io.aftertouch.score.metric.Comparison;
import io.aftertouch.score.metric.ComparisonMethod;
import io.aftertouch.score.metric.Metric;
import io.aftertouch.score.segment.Segment;
import io.aftertouch.score.tally.Span;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The hot spots of the moment, worst first. */
@Schema(name = "HotSpots")
record HotSpotsView(
        @Schema(required = true) Instant asOf,

        @Schema(required = true, description = "The span looked at.")
        SpanView window,

        @Schema(required = true, description = "The span before it, held against it.")
        SpanView baseline,

        @Schema(required = true, description = "How many cells had enough answers to be judged.")
        int cells,

        @Schema(required = true) List<HotSpotView> items,

        @Schema(description = "Always null: all hot spots are on one page.", nullable = true)
        String next) {

    static HotSpotsView of(HotSpotReport report) {
        return new HotSpotsView(
                report.asOf(),
                SpanView.of(report.window()),
                SpanView.of(report.baseline()),
                report.cells(),
                report.hotSpots().stream()
                        .map(entry -> HotSpotView.of(entry, report.window()))
                        .toList(),
                null);
    }

    @Schema(name = "TimeSpan")
    record SpanView(
            @Schema(required = true) Instant from,
            @Schema(required = true) Instant to) {

        private static SpanView of(Span span) {
            return new SpanView(span.from(), span.to());
        }
    }

    @Schema(name = "NegativeShare")
    record ShareView(
            @Schema(required = true) long negative,
            @Schema(required = true) long n,

            @Schema(required = true, description = "Percent.")
            double share) {

        private static ShareView of(Share share) {
            return new ShareView(share.negative(), share.n(), 100 * share.value());
        }
    }

    @Schema(name = "HotSpot")
    record HotSpotView(
            @Schema(required = true) String touchpoint,
            @Schema(required = true) String name,
            @Schema(required = true) Metric metric,
            @Schema(required = true) String scale,

            @Schema(description = "As in country:SE; null when all respondents are concerned.", nullable = true)
            String segment,

            @Schema(required = true, description = "The day since which it has been worse.")
            LocalDate since,

            @Schema(required = true) ShareView now,
            @Schema(required = true) ShareView before,

            @Schema(required = true, description = "Rise of the share in points.")
            double effect,

            @Schema(required = true, description = "Lower end of the 95 % interval of the rise.")
            double low,

            @Schema(required = true, description = "Upper end of the 95 % interval of the rise.")
            double high,

            @Schema(required = true, description = "Two-sided p value of there being no difference.")
            double p,

            @Schema(required = true) ComparisonMethod method,

            @Schema(required = true, description = "The negative answers behind it, in feedback-service.")
            String answers) {

        private static HotSpotView of(HotSpotReport.Entry entry, Span window) {
            HotSpot hotSpot = entry.hotSpot();
            Comparison comparison = hotSpot.comparison();
            return new HotSpotView(
                    entry.touchpoint().key(),
                    entry.touchpoint().name(),
                    hotSpot.place().scale().metric(),
                    hotSpot.place().scale().key(),
                    hotSpot.segment().map(Segment::toString).orElse(null),
                    entry.since(),
                    ShareView.of(hotSpot.now()),
                    ShareView.of(hotSpot.before()),
                    comparison.effect(),
                    comparison.low(),
                    comparison.high(),
                    comparison.p(),
                    comparison.method(),
                    answers(entry, window));
        }

        private static String answers(HotSpotReport.Entry entry, Span window) {
            return "/api/v1/responses?touchpoint=" + encoded(entry.touchpoint().key())
                    + "&metric=" + entry.hotSpot().place().scale().metric()
                    + entry.hotSpot()
                            .segment()
                            .map(segment -> "&segment=" + encoded(segment.toString()))
                            .orElse("")
                    + "&band=NEGATIVE&from=" + encoded(window.from().toString());
        }

        private static String encoded(String text) {
            return URLEncoder.encode(text, StandardCharsets.UTF_8);
        }
    }
}
