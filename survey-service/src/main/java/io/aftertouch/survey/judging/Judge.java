package io.aftertouch.survey.judging;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Judges whether an event leads to a question: rule by rule, the one with the highest priority first.
 *
 * <p>The checks run in a fixed order and the first that fails gives its reason: survey, age, conditions, sampling,
 * cancelling events, address, opt-out, quarantine.
 */
public record Judge(ContactPolicy policy) {

    /** One judgement for each rule, in the order in which they were judged. */
    public List<Judgement> judge(Occurrence occurrence, Addressee addressee, List<Terms> rules, Instant now) {
        List<Judgement> judgements = new ArrayList<>();
        List<Asking> askingNow = new ArrayList<>();
        for (Terms terms : inOrder(rules)) {
            Judgement judgement = judge(occurrence, addressee, terms, askingNow, now);
            judgements.add(judgement);
            if (judgement instanceof Judgement.Invited invited) {
                askingNow.add(new Asking(terms.survey(), invited.dueAt()));
            }
        }
        return judgements;
    }

    /**
     * Judges again just before sending; much may have happened since the event. Empty when the invitation may go.
     *
     * @param addressee with the other invitations that were really sent
     */
    public Optional<Reason> objection(Terms terms, Channel channel, Addressee addressee, Instant now) {
        if (terms.surveyVersion().isEmpty()) {
            return Optional.of(Reason.SURVEY_RETIRED);
        }
        if (!addressee.reachableBy(channel)) {
            return Optional.of(Reason.NO_ADDRESS);
        }
        if (addressee.optedOut()) {
            return Optional.of(Reason.OPTED_OUT);
        }
        if (cancelled(terms, addressee)) {
            return Optional.of(Reason.CANCELLED);
        }
        return policy.closedUntil(terms, addressee.askings(), now).map(until -> Reason.QUARANTINE);
    }

    private Judgement judge(
            Occurrence occurrence, Addressee addressee, Terms terms, List<Asking> askingNow, Instant now) {
        if (terms.surveyVersion().isEmpty()) {
            return not(terms, Reason.SURVEY_RETIRED);
        }
        if (terms.expiredBy(occurrence, now)) {
            return not(terms, Reason.TOO_OLD);
        }
        if (!terms.conditions().stream().allMatch(condition -> condition.holds(occurrence))) {
            return not(terms, Reason.CONDITION);
        }
        if (!Sample.draws(occurrence, terms.rule(), terms.samplePercent())) {
            return not(terms, Reason.SAMPLED_OUT);
        }
        if (cancelled(terms, addressee)) {
            return not(terms, Reason.CANCELLED);
        }
        Optional<Channel> channel =
                terms.channels().stream().filter(addressee::reachableBy).findFirst();
        if (channel.isEmpty()) {
            return not(terms, Reason.NO_ADDRESS);
        }
        if (addressee.optedOut()) {
            return not(terms, Reason.OPTED_OUT);
        }
        Instant due = terms.dueAfter(occurrence, now);
        Optional<Instant> closedUntil = policy.closedUntil(terms, addressee.askings(), due);
        if (closedUntil.isPresent()) {
            return new Judgement.NotInvited(terms, Reason.QUARANTINE, closedUntil);
        }
        Optional<Instant> givesWayUntil = policy.closedUntil(terms, askingNow, due);
        if (givesWayUntil.isPresent()) {
            return new Judgement.NotInvited(terms, Reason.HIGHER_PRIORITY, givesWayUntil);
        }
        return new Judgement.Invited(terms, channel.get(), due, due.plus(terms.expiresAfter()));
    }

    private static boolean cancelled(Terms terms, Addressee addressee) {
        return terms.cancelledBy()
                .filter(addressee.touchpointsSince()::contains)
                .isPresent();
    }

    private static List<Terms> inOrder(List<Terms> rules) {
        return rules.stream()
                .sorted(Comparator.comparingInt(Terms::priority).reversed().thenComparing(Terms::rule))
                .toList();
    }

    private static Judgement not(Terms terms, Reason reason) {
        return new Judgement.NotInvited(terms, reason, Optional.empty());
    }
}
