package io.aftertouch.survey.trigger;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.aftertouch.survey.judging.Channel;
import io.aftertouch.survey.judging.Condition;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A trigger rule. Durations are ISO 8601; {@code version} is the number in the ETag. */
@JsonInclude(JsonInclude.Include.ALWAYS)
record RuleView(
        UUID id,
        String touchpoint,
        String survey,
        RuleState state,
        List<Channel> channels,
        String delay,
        @Schema(implementation = ConditionInput[].class) List<Condition> conditions,
        BigDecimal samplePercent,
        int priority,
        String cancelledBy,
        String expiresAfter,
        String quarantine,
        String deferUpTo,
        String reminderAfter,
        Instant activeFrom,
        Instant activeUntil,
        int version,
        Instant createdAt,
        Instant changedAt) {

    static RuleView of(TriggerRule rule) {
        RuleSettings settings = rule.settings();
        return new RuleView(
                rule.id(),
                rule.touchpoint(),
                rule.survey().key(),
                settings.state(),
                settings.channels(),
                IsoDuration.text(settings.delay()),
                settings.conditions(),
                settings.samplePercent()
                        .stripTrailingZeros()
                        .setScale(Math.max(
                                0, settings.samplePercent().stripTrailingZeros().scale())),
                settings.priority(),
                settings.cancelledBy().orElse(null),
                IsoDuration.text(settings.expiresAfter()),
                settings.quarantine().map(IsoDuration::text).orElse(null),
                settings.deferUpTo().map(IsoDuration::text).orElse(null),
                settings.reminderAfter().map(IsoDuration::text).orElse(null),
                settings.activeFrom().orElse(null),
                settings.activeUntil().orElse(null),
                rule.version(),
                rule.createdAt(),
                rule.changedAt());
    }

    /** The change that only pauses or resumes. */
    ChangeRule with(RuleState newState) {
        return new ChangeRule(
                newState,
                channels,
                delay,
                conditions.stream().map(ConditionInput::of).toList(),
                samplePercent,
                priority,
                cancelledBy,
                expiresAfter,
                quarantine,
                deferUpTo,
                reminderAfter,
                activeFrom,
                activeUntil);
    }
}
