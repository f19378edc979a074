package io.aftertouch.survey.touchpoint;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import io.aftertouch.platform.edit.Shapes;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

record ChangeTouchpoint(
        @NotNull @Size(max = 120) @Pattern(regexp = Shapes.LINE, message = Shapes.LINE_MESSAGE)
        String name,

        @NotNull @Size(max = 64) String stage,

        @NotNull @Pattern(regexp = Shapes.KEY, message = Shapes.KEY_MESSAGE)
        String channel,

        @Min(1)
        @Max(10000)
        @Schema(
                description = "Its place in the stage; 1 comes first, and the others make room. Left out: where it is,"
                        + " or at the end of another stage")
        Integer position,

        @Schema(description = "Left out: as it is. At a retired touchpoint nobody is asked any more")
        TouchpointState state) {}
