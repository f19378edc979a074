package io.aftertouch.survey.judging;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The terms of one trigger rule, as they are judged.
 *
 * @param touchpointRetired whether nobody is asked about events there any more, by whatever rule
 * @param surveyVersion the published version to ask with; empty when the survey is not (or no longer) published
 * @param nps whether the survey asks for a recommendation, which has a longer quarantine of its own
 * @param neutral whether that version was proved to advertise and praise nothing
 * @param channels in the order of preference
 * @param samplePercent how many of a hundred events are asked about, 0 to 100
 * @param cancelledBy the touchpoint whose event makes the question pointless
 * @param quarantine replaces the quarantine across all surveys
 * @param deferUpTo how long after its due time the question may still be asked when something stands against it; empty: not at all
 * @param reminderAfter how long after the invitation an unanswered one is brought to mind, once; empty: never
 * @param activeFrom events that happened before it are not asked about
 * @param activeUntil events that happened at or after it are not asked about
 */
public record Terms(
        UUID rule,
        boolean touchpointRetired,
        String survey,
        Optional<Integer> surveyVersion,
        boolean nps,
        boolean neutral,
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

    private static final BigDecimal ALL = BigDecimal.valueOf(100);

    /** Whether some events at the touchpoint are asked about and others are not. */
    public boolean areChoosy() {
        return !conditions.isEmpty() || samplePercent.compareTo(ALL) < 0;
    }

    /** Why an event is not asked about, whoever it happened to. */
    public Optional<Reason> objection(Occurrence occurrence) {
        if (!conditions.stream().allMatch(condition -> condition.holds(occurrence))) {
            return Optional.of(Reason.CONDITION);
        }
        return Sample.draws(occurrence, rule, samplePercent) ? Optional.empty() : Optional.of(Reason.SAMPLED_OUT);
    }

    boolean activeAt(Instant occurredAt) {
        return activeFrom.filter(occurredAt::isBefore).isEmpty()
                && activeUntil.filter(until -> !occurredAt.isBefore(until)).isEmpty();
    }

    boolean cancelled(Addressee addressee) {
        return cancelledBy.filter(addressee.touchpointsSince()::contains).isPresent();
    }
}
