package io.aftertouch.survey.touchpoint;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import io.aftertouch.platform.edit.Shapes;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

record CreateTouchpoint(
        @NotNull @Pattern(regexp = Shapes.KEY, message = Shapes.KEY_MESSAGE) @Schema(examples = "support.ticket-closed")
        String key,

        @NotNull
        @Size(max = 120)
        @Pattern(regexp = Shapes.LINE, message = Shapes.LINE_MESSAGE)
        @Schema(examples = "Support ticket closed")
        String name,

        @NotNull @Schema(description = "Key of a stage of the journey", examples = "post-purchase") @Size(max = 64)
        String stage,

        @NotNull
        @Pattern(regexp = Shapes.KEY, message = Shapes.KEY_MESSAGE)
        @Schema(description = "Where the contact takes place", examples = "email")
        String channel) {}
