package io.aftertouch.feedback.review;

import jakarta.validation.constraints.NotNull;

import io.aftertouch.feedback.response.Text;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How a case ended. */
record ResolveCase(
        @Schema(description = "How it ended.") @NotNull Outcome reason,

        @Schema(description = "What lay behind it, in the team's words.") @Text(min = 1, max = 200)
        String rootCause) {}
