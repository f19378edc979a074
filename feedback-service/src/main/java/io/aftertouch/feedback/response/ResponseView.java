package io.aftertouch.feedback.response;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.aftertouch.feedback.catalog.Band;
import io.aftertouch.feedback.catalog.Metric;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An answer as the API shows it. The comment is the customer's own text: show it as text. */
@JsonInclude(JsonInclude.Include.ALWAYS)
@Schema(name = "Response")
record ResponseView(
        UUID id,
        int revision,
        UUID invitationId,
        String source,
        String sourceId,
        String survey,
        int surveyVersion,
        Metric metric,
        String scale,
        String touchpoint,
        String channel,
        String respondentRef,
        Map<String, String> segments,
        String locale,
        int score,
        Band band,
        String comment,
        boolean contactPermitted,
        Instant answeredAt,
        Instant recordedAt,

        @Schema(
                description =
                        "The score that was given first; the same as score, unless the customer changed the answer.")
        int firstScore,

        @Schema(description = "When the customer changed the answer last; null when never.")
        Instant revisedAt,

        @Schema(
                description =
                        "When the customer withdrew the answer. It is in no list any more, and its comment is deleted.")
        Instant withdrawnAt,

        @Schema(
                description =
                        "What spoke for a program having sent it, before the respondent or a colleague confirmed it; null when nothing did.")
        Evidence evidence) {

    static ResponseView of(SurveyResponse response) {
        return new ResponseView(
                response.id(),
                response.revision(),
                response.invitationId(),
                response.source(),
                response.sourceId(),
                response.survey().survey(),
                response.survey().version(),
                response.metric(),
                response.scaleKey(),
                response.touchpoint(),
                response.channel(),
                response.respondentRef(),
                response.segments(),
                response.locale(),
                response.rating().score(),
                response.rating().band(),
                response.comment(),
                response.contactPermitted(),
                response.answeredAt(),
                response.recordedAt(),
                response.firstScore(),
                response.revisedAt(),
                response.withdrawnAt(),
                response.evidence());
    }
}
