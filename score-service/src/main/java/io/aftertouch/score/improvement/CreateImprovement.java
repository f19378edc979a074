package io.aftertouch.score.improvement;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import io.aftertouch.platform.edit.Shapes;
import io.aftertouch.score.metric.Metric;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

record CreateImprovement(
        @NotNull @Size(max = 64) @Schema(description = "Key of the touchpoint that was changed")
        String touchpoint,

        @NotNull Metric metric,

        @Size(max = 129)
        @Pattern(regexp = Shapes.LINE, message = Shapes.LINE_MESSAGE)
        @Schema(description = "Only these respondents met the change; left out: all", examples = "country:DK")
        String segment,

        @NotNull
        @Size(max = 120)
        @Pattern(regexp = Shapes.LINE, message = Shapes.LINE_MESSAGE)
        @Schema(examples = "Parcel lockers open until midnight")
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
        return new ImprovementSettings(
                name,
                description,
                changedOn,
                Objects.requireNonNullElse(days, ImprovementSettings.USUAL_DAYS),
                new TreeSet<>(Objects.requireNonNullElse(comparedWith, Set.of())),
                money);
    }
}
