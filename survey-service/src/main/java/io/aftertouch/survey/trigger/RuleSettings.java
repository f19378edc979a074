package io.aftertouch.survey.trigger;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import io.aftertouch.survey.judging.Channel;
import io.aftertouch.survey.judging.Condition;

/** All that can be changed about a rule, with every default filled in. */
record RuleSettings(
        RuleState state,
        List<Channel> channels,
        Duration delay,
        List<Condition> conditions,
        BigDecimal samplePercent,
        int priority,
        Optional<String> cancelledBy,
        Duration expiresAfter,
        Optional<Duration> quarantine,
        Optional<Duration> deferUpTo,
        Optional<Duration> reminderAfter,
        Optional<Instant> activeFrom,
        Optional<Instant> activeUntil) {

    static final Duration USUAL_EXPIRY = Duration.ofDays(14);
}
