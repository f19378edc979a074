package io.aftertouch.survey.apikey;

import java.time.Instant;
import java.util.Set;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import io.aftertouch.platform.edit.Shapes;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

record IssueApiKey(
        @NotNull
        @Size(max = 100)
        @Pattern(regexp = Shapes.LINE, message = Shapes.LINE_MESSAGE)
        @Schema(description = "Which system uses it", examples = "Help desk")
        String name,

        @NotNull
        @Size(min = 1, max = 20)
        @Schema(
                description =
                        "events:write, responses:write, responses:read, cases:write, scores:read, config:read, config:write, respondents:read or admin, which is everything",
                examples = "[\"events:write\"]")
        Set<@NotNull @Size(max = 40) String> scopes,

        @Schema(description = "Left out: never") Instant expiresAt) {}
