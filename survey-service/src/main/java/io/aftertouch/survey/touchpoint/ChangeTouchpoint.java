package io.aftertouch.survey.touchpoint;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import io.aftertouch.survey.Shapes;

record ChangeTouchpoint(
        @NotNull @Size(max = 120) @Pattern(regexp = Shapes.LINE, message = Shapes.LINE_MESSAGE)
        String name,

        @NotNull @Size(max = 64) String stage,

        @NotNull @Pattern(regexp = Shapes.KEY, message = Shapes.KEY_MESSAGE)
        String channel) {}
