package io.aftertouch.score.improvement;

import java.time.LocalDate;
import java.util.Set;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import io.aftertouch.platform.edit.Shapes;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "All of what can be changed; what is left out is taken away, or the usual number of days")
record ChangeImprovement(
        @NotNull @Size(max = 120) @Pattern(regexp = Shapes.LINE, message = Shapes.LINE_MESSAGE)
        String name,

        @Size(max = 2000) @Schema(description = "What was changed, and why")
        String description,

        @NotNull @Schema(description = "First day on which customers met the change")
        LocalDate changedOn,

        @Min(7)
        @Max(366)
        @Schema(description = "So many days before are held against so many from then on", defaultValue = "28")
        Integer days,

        @Size(max = ImprovementSettings.MOST_COMPARED)
        @Schema(description = "Keys of touchpoints where nothing was changed at that time")
        Set<@NotNull @Size(max = 64) String> comparedWith,

        @Valid MoneyFigures money) {

    ImprovementSettings settings() {
        return new CreateImprovement(null, null, null, name, description, changedOn, days, comparedWith, money)
                .settings();
    }
}
