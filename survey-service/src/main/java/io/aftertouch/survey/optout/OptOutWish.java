package io.aftertouch.survey.optout;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import io.aftertouch.platform.edit.Shapes;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "OptOutWish", description = "What somebody does not want to be asked about")
public record OptOutWish(
        @Size(max = 64)
        @Schema(
                description = "Only the questions of this touchpoint; left out: all questions",
                examples = "support.ticket-closed")
        String touchpoint,

        @Size(max = 200)
        @Pattern(regexp = Shapes.LINE, message = Shapes.LINE_MESSAGE)
        @Schema(description = "Why, as far as somebody said", examples = "Gets too much mail")
        String reason,

        @Size(max = 120)
        @Pattern(regexp = Shapes.LINE, message = Shapes.LINE_MESSAGE)
        @Schema(description = "Where the wish came from", examples = "phone call")
        String source) {}
