package io.aftertouch.survey.touchpoint;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import io.aftertouch.platform.edit.Shapes;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

record CreateStage(
        @NotNull @Pattern(regexp = Shapes.KEY, message = Shapes.KEY_MESSAGE) @Schema(examples = "delivery")
        String key,

        @NotNull
        @Size(max = 120)
        @Pattern(regexp = Shapes.LINE, message = Shapes.LINE_MESSAGE)
        @Schema(examples = "Delivery")
        String name,

        @Min(1) @Max(1000) @Schema(description = "Its place in the journey; 1 comes first. Left out: the end")
        Integer position) {}
