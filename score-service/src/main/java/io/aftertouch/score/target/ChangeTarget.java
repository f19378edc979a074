package io.aftertouch.score.target;

import java.math.BigDecimal;
import java.time.LocalDate;

import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import io.aftertouch.platform.edit.Shapes;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "All of what can be changed; a note that is left out is taken away")
record ChangeTarget(
        @NotNull @Digits(integer = 3, fraction = 2) @Schema(description = "The score to reach")
        BigDecimal value,

        @NotNull @Schema(description = "First day whose answers count")
        LocalDate startsOn,

        @NotNull @Schema(description = "Last day whose answers count")
        LocalDate dueOn,

        @Size(max = 500) @Pattern(regexp = Shapes.LINE, message = Shapes.LINE_MESSAGE)
        String note) {

    TargetSettings settings() {
        return new TargetSettings(value, startsOn, dueOn, note);
    }
}
