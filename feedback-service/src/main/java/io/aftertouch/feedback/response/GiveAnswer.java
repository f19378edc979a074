package io.aftertouch.feedback.response;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The answer of whoever holds an invitation. */
record GiveAnswer(
        @Schema(description = "Token of the invitation's link.") @NotNull @Size(min = 1, max = 64)
        String invitation,

        @Schema(description = "A whole number on the scale of the survey.") @NotNull
        Integer score,

        @Text(max = SubmitResponse.COMMENT_LENGTH) String comment,

        @Schema(description = "Language in which the question was read, such as da or de-AT.")
        @Pattern(regexp = SubmitResponse.LANGUAGE_TAG, message = SubmitResponse.LANGUAGE_TAG_RULE)
        String locale) {

    SubmitResponse submission() {
        return new SubmitResponse(invitation, null, null, null, null, score, comment, null, null, locale, null, null);
    }
}
