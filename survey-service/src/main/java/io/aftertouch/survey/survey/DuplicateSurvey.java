package io.aftertouch.survey.survey;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import io.aftertouch.platform.edit.Shapes;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

record DuplicateSurvey(
        @NotNull
        @Pattern(regexp = Shapes.KEY, message = Shapes.KEY_MESSAGE)
        @Schema(description = "Key of the new survey")
        String key,

        @Size(max = 120)
        @Pattern(regexp = Shapes.LINE, message = Shapes.LINE_MESSAGE)
        @Schema(description = "What colleagues call it; left out: as the first one")
        String title) {}
