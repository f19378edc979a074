package io.aftertouch.score.target;

import java.math.BigDecimal;
import java.time.LocalDate;

import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import io.aftertouch.platform.edit.Shapes;
import io.aftertouch.score.metric.Metric;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

record CreateTarget(
        @NotNull @Size(max = 64) @Schema(description = "Key of the touchpoint", examples = "support.ticket-closed")
        String touchpoint,

        @NotNull Metric metric,

        @Size(max = 129)
        @Pattern(regexp = Shapes.LINE, message = Shapes.LINE_MESSAGE)
        @Schema(description = "Only these respondents; left out: all", examples = "country:DK")
        String segment,

        @NotNull
        @Digits(integer = 3, fraction = 2)
        @Schema(
                description = "The score to reach: NPS -100 to 100, CSAT percent positive, CES a mean on its scale."
                        + " Where low scores are good, it is the highest that still meets the target",
                examples = "40")
        BigDecimal value,

        @Schema(description = "First day whose answers count. Left out: today", examples = "2026-10-01")
        LocalDate startsOn,

        @NotNull @Schema(description = "Last day whose answers count", examples = "2026-12-31")
        LocalDate dueOn,

        @Size(max = 500) @Pattern(regexp = Shapes.LINE, message = Shapes.LINE_MESSAGE)
        String note) {

    TargetSettings settings(LocalDate today) {
        return new TargetSettings(value, startsOn == null ? today : startsOn, dueOn, note);
    }
}
