package io.aftertouch.survey.trigger;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import io.aftertouch.platform.problem.FieldError;
import io.aftertouch.survey.judging.Channel;
import io.aftertouch.survey.judging.Condition;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "The rule as it shall be; what is left out gets its default")
record ChangeRule(
        @Schema(defaultValue = "ACTIVE") RuleState state,
        @NotNull @Size(min = 1, max = 3) List<@NotNull Channel> channels,
        @Size(max = 40) String delay,
        @Size(max = 20) List<@NotNull @Valid ConditionInput> conditions,

        @DecimalMin("0") @DecimalMax("100") @Digits(integer = 3, fraction = 2)
        BigDecimal samplePercent,

        @Min(-1000) @Max(1000) Integer priority,
        @Size(max = 64) String cancelledBy,
        @Size(max = 40) String expiresAfter,
        @Size(max = 40) String quarantine,
        @Size(max = 40) String deferUpTo,

        @Schema(description = "An invitation that is only a LINK gets no reminder from here") @Size(max = 40)
        String reminderAfter,

        Instant activeFrom,
        Instant activeUntil) {

    /** With the defaults filled in; throws when something does not make sense. */
    RuleSettings settings() {
        List<FieldError> flaws = new ArrayList<>();
        List<Condition> checked = conditions(flaws);
        RuleSettings settings = new RuleSettings(
                Objects.requireNonNullElse(state, RuleState.ACTIVE),
                channels.stream().distinct().toList(),
                IsoDuration.parse("delay", delay, flaws).orElse(Duration.ZERO),
                checked,
                Objects.requireNonNullElse(samplePercent, BigDecimal.valueOf(100)),
                Objects.requireNonNullElse(priority, 0),
                Optional.ofNullable(cancelledBy),
                IsoDuration.parse("expiresAfter", expiresAfter, flaws).orElse(RuleSettings.USUAL_EXPIRY),
                IsoDuration.parse("quarantine", quarantine, flaws),
                IsoDuration.parse("deferUpTo", deferUpTo, flaws),
                IsoDuration.parse("reminderAfter", reminderAfter, flaws),
                Optional.ofNullable(activeFrom),
                Optional.ofNullable(activeUntil));
        if (settings.expiresAfter().isZero()) {
            flaws.add(new FieldError("expiresAfter", "must be longer than nothing"));
        }
        settings.reminderAfter()
                .filter(after -> after.isZero() || after.compareTo(settings.expiresAfter()) >= 0)
                .ifPresent(after -> flaws.add(
                        new FieldError("reminderAfter", "must be longer than nothing and shorter than expiresAfter")));
        settings.reminderAfter()
                .filter(after -> settings.channels().equals(List.of(Channel.LINK)))
                .ifPresent(after -> flaws.add(new FieldError(
                        "reminderAfter",
                        "needs EMAIL or WEBHOOK among the channels: whoever hands a LINK out reminds")));
        if (activeFrom != null && activeUntil != null && !activeFrom.isBefore(activeUntil)) {
            flaws.add(new FieldError("activeUntil", "must be later than activeFrom"));
        }
        if (!flaws.isEmpty()) {
            throw new InvalidRule(flaws);
        }
        return settings;
    }

    private List<Condition> conditions(List<FieldError> flaws) {
        List<Condition> checked = new ArrayList<>();
        for (ConditionInput input : Objects.requireNonNullElse(conditions, List.<ConditionInput>of())) {
            String field = "conditions[" + checked.size() + "]";
            Condition condition = input.condition();
            condition.flaw().ifPresent(flaw -> flaws.add(new FieldError(field, flaw)));
            checked.add(condition);
        }
        return List.copyOf(checked);
    }
}
