package io.aftertouch.feedback.suspected;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.aftertouch.feedback.catalog.Band;
import io.aftertouch.feedback.catalog.Scale;
import io.aftertouch.feedback.response.Evidence;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A suspected answer as the API shows it. The comment is anybody's text: show it as text. */
@JsonInclude(JsonInclude.Include.ALWAYS)
@Schema(name = "SuspectedAnswer")
record SuspectedAnswerView(
        UUID id,
        SuspectedState state,
        Evidence evidence,

        @Schema(description = "The response that was made of it; null unless it is confirmed.")
        UUID responseId,

        UUID invitationId,
        String survey,
        int surveyVersion,
        String scale,
        String touchpoint,
        String channel,
        String respondentRef,
        Map<String, String> segments,
        String locale,
        int score,
        Band band,
        String comment,
        Instant sentAt,

        @Schema(description = "The colleague who decided last; null when nobody did, or the respondent.")
        String changedBy,

        Instant changedAt) {

    static SuspectedAnswerView of(SuspectedAnswer suspected, Scale scale) {
        return new SuspectedAnswerView(
                suspected.id(),
                suspected.state(),
                suspected.evidence(),
                suspected.responseId(),
                suspected.invitationId(),
                suspected.survey().survey(),
                suspected.survey().version(),
                scale.key(),
                suspected.touchpoint(),
                suspected.channel(),
                suspected.respondentRef(),
                suspected.segments(),
                suspected.locale(),
                suspected.score(),
                scale.bandOf(suspected.score()),
                suspected.comment(),
                suspected.sentAt(),
                suspected.changedBy(),
                suspected.changedAt());
    }
}
