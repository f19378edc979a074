package io.aftertouch.score.crm;

import java.time.Instant;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.aftertouch.score.metric.Band;
import io.aftertouch.score.metric.Metric;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A respondent's last scores, one property for each metric: low-code tools reach a property more easily than an element of a list. */
@Schema(name = "RespondentScores")
@JsonInclude(JsonInclude.Include.ALWAYS)
record RespondentScoresView(
        @Schema(
                required = true,
                description =
                        "Stays with the respondent. Keep it: when they are forgotten, the feed names nothing else.")
        UUID id,

        @Schema(description = "The reference that events and answers name; null once forgotten.", nullable = true)
        String ref,

        @Schema(
                required = true,
                description =
                        "Nothing is kept of the respondent any more: they were erased, took back their last answer,"
                                + " or it was kept long enough. Delete what you know of this id.")
        boolean forgotten,

        @Schema(required = true, description = "When this changed last.")
        Instant changedAt,

        @Schema(description = "Null when there is no such answer.", nullable = true)
        RespondentScoreView nps,

        @Schema(description = "Null when there is no such answer.", nullable = true)
        RespondentScoreView csat,

        @Schema(description = "Null when there is no such answer.", nullable = true)
        RespondentScoreView ces) {

    static RespondentScoresView of(RespondentState state) {
        return new RespondentScoresView(
                state.id(),
                state.ref(),
                state.isForgotten(),
                state.changedAt(),
                view(state, Metric.NPS),
                view(state, Metric.CSAT),
                view(state, Metric.CES));
    }

    private static RespondentScoreView view(RespondentState state, Metric metric) {
        LastScore score = state.scores().get(metric);
        return score == null ? null : RespondentScoreView.of(score);
    }

    @Schema(name = "RespondentScore", description = "What a respondent answered last of one metric.")
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record RespondentScoreView(
            @Schema(required = true) int score,

            @Schema(required = true, description = "What the scale says of the score.")
            Band band,

            @Schema(required = true) Instant answeredAt,

            @Schema(required = true, description = "The key of the touchpoint asked about.")
            String touchpoint,

            @Schema(required = true, description = "What people call the touchpoint.")
            String touchpointName,

            @Schema(required = true) String survey,
            @Schema(required = true) int surveyVersion,

            @Schema(required = true, description = "What people call the survey.")
            String surveyTitle,

            @Schema(required = true) String scale,

            @Schema(required = true, description = "How many answers of this metric are kept of the respondent.")
            int answers,

            @Schema(
                    description = "The score before, null when there is none or it was given on another scale.",
                    nullable = true)
            Integer previousScore,

            @Schema(
                    description = "Which way it went since the score before, whichever end of the scale is good.",
                    nullable = true)
            Trend trend) {

        private static RespondentScoreView of(LastScore last) {
            return new RespondentScoreView(
                    last.score(),
                    last.band(),
                    last.answeredAt(),
                    last.touchpoint().key(),
                    last.touchpoint().name(),
                    last.survey().key(),
                    last.surveyVersion(),
                    last.survey().name(),
                    last.scale().key(),
                    last.answers(),
                    last.previous().orElse(null),
                    last.trend().orElse(null));
        }
    }
}
