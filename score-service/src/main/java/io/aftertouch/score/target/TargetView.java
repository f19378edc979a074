package io.aftertouch.score.target;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.aftertouch.score.metric.Forecast;
import io.aftertouch.score.metric.Metric;
import io.aftertouch.score.metric.Scale;
import io.aftertouch.score.report.ScoresView;
import io.aftertouch.score.segment.Segment;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A target and how it does. {@code version} is the number in the ETag; the figures move with every answer and it does not. */
@Schema(name = "Target")
@JsonInclude(JsonInclude.Include.ALWAYS)
record TargetView(
        @Schema(required = true) UUID id,
        @Schema(required = true) String touchpoint,
        @Schema(required = true) Metric metric,

        @Schema(description = "Null: all respondents.", nullable = true)
        String segment,

        @Schema(required = true) BigDecimal value,
        @Schema(required = true) LocalDate startsOn,
        @Schema(required = true) LocalDate dueOn,
        @Schema(nullable = true) String note,
        @Schema(required = true) TargetState state,

        @Schema(description = "On which it is judged; null when nobody has answered lately.", nullable = true)
        String scale,

        @Schema(description = "All answers of the period until now; null without any.", nullable = true)
        ScoresView.BucketView soFar,

        @Schema(
                description = "Further answers until it is due, at the rate of the last 28 days; null when unknown.",
                nullable = true)
        Long expectedAnswers,

        @Schema(
                description = "Null when it is due, and when there are too few answers to foretell from.",
                nullable = true)
        ForecastView forecast,

        @Schema(required = true) Instant asOf,
        @Schema(required = true) int version,
        @Schema(required = true) String createdBy,
        @Schema(required = true) Instant createdAt,
        @Schema(required = true) Instant changedAt) {

    @Schema(
            name = "TargetForecast",
            description = "The score on the due day, if people go on answering as they did; the formula is in ADR 39.")
    record ForecastView(
            @Schema(required = true) double score,

            @Schema(required = true, description = "The score will lie above it with a probability of 97.5 %.")
            double low,

            @Schema(required = true) double high,

            @Schema(required = true, description = "That the target is met: 0 to 1.")
            double probability) {

        private static ForecastView of(Forecast forecast) {
            return new ForecastView(forecast.score(), forecast.low(), forecast.high(), forecast.probability());
        }
    }

    static TargetView of(Target target, Outlook outlook) {
        TargetSettings settings = target.settings();
        return new TargetView(
                target.id(),
                target.touchpoint(),
                target.metric(),
                target.segment().map(Segment::toString).orElse(null),
                plain(settings.value()),
                settings.startsOn(),
                settings.dueOn(),
                settings.note(),
                outlook.state(),
                outlook.scale().map(Scale::key).orElse(null),
                outlook.soFar().map(ScoresView.BucketView::of).orElse(null),
                outlook.expected().orElse(null),
                outlook.forecast().map(ForecastView::of).orElse(null),
                outlook.asOf(),
                target.version(),
                target.createdBy(),
                target.createdAt(),
                target.changedAt());
    }

    /** 40 rather than 40.00. */
    static BigDecimal plain(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.setScale(Math.max(0, stripped.scale()));
    }
}
