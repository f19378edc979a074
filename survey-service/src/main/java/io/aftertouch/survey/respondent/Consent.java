package io.aftertouch.survey.respondent;

import java.time.Instant;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import io.aftertouch.platform.edit.Shapes;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * That a person agreed to be asked.
 *
 * @param basis what the agreement rests on, in the company's own words
 * @param source where it was given
 * @param at when it was given
 */
@Schema(name = "Consent", description = "That the person agreed to be asked")
public record Consent(
        @NotNull
        @Size(min = 1, max = 64)
        @Pattern(regexp = Shapes.LINE, message = Shapes.LINE_MESSAGE)
        @Schema(description = "What it rests on", examples = "newsletter-opt-in")
        String basis,

        @Size(max = 120)
        @Pattern(regexp = Shapes.LINE, message = Shapes.LINE_MESSAGE)
        @Schema(description = "Where it was given", examples = "checkout")
        String source,

        @NotNull Instant at) {}
