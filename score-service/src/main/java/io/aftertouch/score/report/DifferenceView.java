package io.aftertouch.score.report;

import io.aftertouch.score.metric.Comparison;
import io.aftertouch.score.metric.ComparisonMethod;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How far one score lies from another as the API gives it, nothing rounded. */
@Schema(name = "ScoreDifference")
public record DifferenceView(
        @Schema(
                required = true,
                description =
                        "How far the first score lies above the second: in points for NPS and CSAT, in units of the scale for CES.")
        double effect,

        @Schema(required = true, description = "Lower end of the 95 % interval of the effect.")
        double low,

        @Schema(required = true, description = "Upper end of the 95 % interval of the effect.")
        double high,

        @Schema(
                required = true,
                description = "How likely so large a difference would be, up or down, if there were none.")
        double p,

        @Schema(required = true) ComparisonMethod method) {

    public static DifferenceView of(Comparison comparison) {
        return new DifferenceView(
                comparison.effect(), comparison.low(), comparison.high(), comparison.p(), comparison.method());
    }
}
