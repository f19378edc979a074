package io.aftertouch.survey.judging;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Judges whether an event leads to a question: rule by rule, the one with the highest priority first.
 *
 * <p>The checks run in a fixed order and the first that fails gives its reason: touchpoint, survey, age, active period, conditions, sampling, cancelling
 * events, address and consent for a channel, opt-out, quarantine, daily cap. Quiet hours move the due time to their end. Where time alone
 * stands against asking, and the rule says that it may wait that long, the question is deferred to the first moment when nothing does.
 */
public record Judge(ContactPolicy policy) {

    /** One judgement for each rule, in the order in which they were judged. */
    public List<Judgement> judge(Occurrence occurrence, Addressee addressee, List<Terms> rules, Instant now) {
        List<Matter> fresh = rules.stream()
                .map(terms -> Matter.fresh(occurrence, addressee, terms, now))
                .toList();
        return inTurn(fresh, now).stream().map(Judged::judgement).toList();
    }

    /**
     * Judges again what was deferred for one person. The highest priority comes first, and of one rule the latest event, which the person
     * remembers best.
     *
     * @return one judgement for each matter, in the order in which they were judged
     */
    public List<Judged> judgeAgain(List<Matter> deferred, Instant now) {
        return inTurn(deferred, now);
    }

    /** A matter and what became of it. */
    public record Judged(Matter matter, Judgement judgement) {}

    /**
     * Judges again just before sending; much may have happened since the event. Empty when nothing about the person and the time stands against
     * it; whether the event is still asked about, the terms tell.
     *
     * @param occurredAt when the event happened
     * @param addressee with the other invitations that were really sent, and with the country that the invitation knows
     */
    public Optional<Reason> objection(
            Terms terms, Channel channel, Instant occurredAt, Addressee addressee, Instant now) {
        if (terms.touchpointRetired()) {
            return Optional.of(Reason.TOUCHPOINT_RETIRED);
        }
        if (terms.surveyVersion().isEmpty()) {
            return Optional.of(Reason.SURVEY_RETIRED);
        }
        if (!terms.activeAt(occurredAt)) {
            return Optional.of(Reason.NOT_ACTIVE);
        }
        Optional<Reason> obstacle =
                addressee.obstacle(channel, policy.sendingRule(addressee.country()), terms.neutral());
        if (obstacle.isPresent()) {
            return obstacle;
        }
        if (addressee.optedOut()) {
            return Optional.of(Reason.OPTED_OUT);
        }
        if (terms.cancelled(addressee)) {
            return Optional.of(Reason.CANCELLED);
        }
        return policy.closedUntil(terms, addressee.askings(), now).map(until -> Reason.QUARANTINE);
    }

    /** Until when an invitation that nothing else stands against waits: the end of the quiet hours, or of a day that is full. */
    public Optional<Instant> heldUntil(Addressee addressee, Instant now) {
        Instant awake = policy.outsideQuietHours(now, addressee.zone());
        Instant free = policy.fullUntil(addressee.askings(), awake, addressee.zone())
                .map(tomorrow -> policy.outsideQuietHours(tomorrow, addressee.zone()))
                .orElse(awake);
        return free.isAfter(now) ? Optional.of(free) : Optional.empty();
    }

    private List<Judged> inTurn(List<Matter> matters, Instant now) {
        List<Judged> judged = new ArrayList<>();
        List<Plan> plans = new ArrayList<>();
        for (Matter matter : inOrder(matters)) {
            Judgement judgement = judge(matter, plans, now);
            judged.add(new Judged(matter, judgement));
            if (judgement instanceof Judgement.Invited invited) {
                plans.add(new Plan(matter.terms(), new Asking(matter.terms().survey(), invited.dueAt())));
            }
        }
        return judged;
    }

    /** What this very judgement leads to, so that the next rule gives way to it. */
    private record Plan(Terms by, Asking asking) {}

    private Judgement judge(Matter matter, List<Plan> plans, Instant now) {
        Terms terms = matter.terms();
        Addressee addressee = matter.addressee();
        if (terms.touchpointRetired()) {
            return not(terms, Reason.TOUCHPOINT_RETIRED);
        }
        if (terms.surveyVersion().isEmpty()) {
            return not(terms, Reason.SURVEY_RETIRED);
        }
        if (matter.latest().isBefore(now)) {
            return not(terms, Reason.TOO_OLD);
        }
        if (!terms.activeAt(matter.occurrence().occurredAt())) {
            return not(terms, Reason.NOT_ACTIVE);
        }
        Optional<Reason> aboutTheEvent = terms.objection(matter.occurrence());
        if (aboutTheEvent.isPresent()) {
            return not(terms, aboutTheEvent.get());
        }
        if (terms.cancelled(addressee)) {
            return not(terms, Reason.CANCELLED);
        }
        SendingRule rule = policy.sendingRule(matter.country());
        Optional<Channel> channel = terms.channels().stream()
                .filter(choice ->
                        addressee.obstacle(choice, rule, terms.neutral()).isEmpty())
                .findFirst();
        if (channel.isEmpty()) {
            return not(terms, nearestMiss(terms, addressee, rule));
        }
        if (addressee.optedOut()) {
            return not(terms, Reason.OPTED_OUT);
        }
        return inTime(matter, channel.get(), plans, now);
    }

    /** Only time can stand against asking now. */
    private Judgement inTime(Matter matter, Channel channel, List<Plan> plans, Instant now) {
        Terms terms = matter.terms();
        Addressee addressee = matter.addressee();
        List<Asking> askings = Stream.concat(
                        addressee.askings().stream(), plans.stream().map(Plan::asking))
                .toList();
        Instant due = policy.outsideQuietHours(matter.dueAfter(now), addressee.zone());
        Instant free = policy.freeFrom(terms, askings, due, addressee.zone());
        if (free.equals(due)) {
            return new Judgement.Invited(terms, channel, due, due.plus(terms.expiresAfter()));
        }
        Optional<Instant> deadline = matter.deferrableUntil().filter(until -> !until.isBefore(free));
        return deadline.<Judgement>map(until -> new Judgement.Deferred(terms, free, until))
                .orElseGet(() ->
                        new Judgement.NotInvited(terms, obstruction(terms, addressee, plans, due), Optional.of(free)));
    }

    private Reason obstruction(Terms terms, Addressee addressee, List<Plan> plans, Instant due) {
        if (policy.closedUntil(terms, addressee.askings(), due).isPresent()) {
            return Reason.QUARANTINE;
        }
        Optional<Plan> inTheWay = plans.stream()
                .filter(plan ->
                        policy.closedUntil(terms, List.of(plan.asking()), due).isPresent())
                .findFirst();
        return inTheWay.map(plan -> plan.by().rule().equals(terms.rule()) ? Reason.QUARANTINE : Reason.HIGHER_PRIORITY)
                .orElse(Reason.DAILY_CAP);
    }

    /** Of several channels that do not reach the person, the reason of the one that came closest. */
    private static Reason nearestMiss(Terms terms, Addressee addressee, SendingRule rule) {
        List<Reason> misses = terms.channels().stream()
                .flatMap(channel -> addressee.obstacle(channel, rule, terms.neutral()).stream())
                .toList();
        return Stream.of(Reason.NO_CONSENT, Reason.NOT_NEUTRAL, Reason.ADDRESS_BOUNCED)
                .filter(misses::contains)
                .findFirst()
                .orElse(Reason.NO_ADDRESS);
    }

    private static List<Matter> inOrder(List<Matter> matters) {
        return matters.stream()
                .sorted(Comparator.comparingInt(
                                (Matter matter) -> matter.terms().priority())
                        .reversed()
                        .thenComparing(matter -> matter.terms().rule())
                        .thenComparing(matter -> matter.occurrence().occurredAt(), Comparator.reverseOrder()))
                .toList();
    }

    private static Judgement not(Terms terms, Reason reason) {
        return new Judgement.NotInvited(terms, reason, Optional.empty());
    }
}
