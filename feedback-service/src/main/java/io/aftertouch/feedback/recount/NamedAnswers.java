package io.aftertouch.feedback.recount;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Answers of known respondents at a touchpoint in one month, as they stand.
 *
 * @param next where the following ones begin; null after the last
 */
@Schema(name = "NamedAnswers")
record NamedAnswers(
        List<Named> answers, @Schema(nullable = true) String next) {

    /** One answer, without its words. */
    @Schema(name = "NamedAnswer")
    record Named(
            UUID id,
            int revision,
            String respondentRef,
            String survey,
            int surveyVersion,
            String scale,
            int score,
            Instant answeredAt) {}
}
