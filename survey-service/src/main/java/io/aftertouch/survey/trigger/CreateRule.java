package io.aftertouch.survey.trigger;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import io.aftertouch.survey.judging.Channel;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

public record CreateRule(
        @NotNull @Size(max = 64) @Schema(description = "Key of the touchpoint whose events are judged")
        String touchpoint,

        @NotNull @Size(max = 64) @Schema(description = "Key of a published survey")
        String survey,

        @NotNull
        @Size(min = 1, max = 3)
        @Schema(description = "In the order of preference; the first that reaches the respondent is used")
        List<@NotNull Channel> channels,

        @Schema(
                description = "ISO 8601 duration from the event to the question",
                defaultValue = "PT0S",
                examples = "PT2H")
        @Size(max = 40)
        String delay,

        @Schema(description = "All must hold") @Size(max = 20)
        List<@NotNull @Valid ConditionInput> conditions,

        @Schema(description = "How many of a hundred events are asked about", defaultValue = "100")
        @DecimalMin("0")
        @DecimalMax("100")
        @Digits(integer = 3, fraction = 2)
        BigDecimal samplePercent,

        @Schema(description = "The highest is judged first", defaultValue = "0") @Min(-1000) @Max(1000)
        Integer priority,

        @Schema(description = "Key of a touchpoint whose event cancels the question") @Size(max = 64)
        String cancelledBy,

        @Schema(description = "ISO 8601 duration for which the link works", defaultValue = "P14D") @Size(max = 40)
        String expiresAfter,

        @Schema(description = "ISO 8601 duration; replaces the quarantine of the contact policy for this rule")
        @Size(max = 40)
        String quarantine,

        @Schema(
                description = "ISO 8601 duration after the due time until which the question may be asked later when"
                        + " quarantine or another rule stands against it; left out: it is not asked later")
        @Size(max = 40)
        String deferUpTo,

        @Schema(
                description = "ISO 8601 duration from the invitation to its one reminder; left out: no reminder. An"
                        + " invitation that is only a LINK gets none from here: whoever handed it out reminds, with the"
                        + " same link",
                examples = "P4D")
        @Size(max = 40)
        String reminderAfter,

        @Schema(description = "Events that happened before it are not asked about")
        Instant activeFrom,

        @Schema(description = "Events that happened at or after it are not asked about")
        Instant activeUntil) {

    RuleSettings settings() {
        return new ChangeRule(
                        null,
                        channels,
                        delay,
                        conditions,
                        samplePercent,
                        priority,
                        cancelledBy,
                        expiresAfter,
                        quarantine,
                        deferUpTo,
                        reminderAfter,
                        activeFrom,
                        activeUntil)
                .settings();
    }
}
