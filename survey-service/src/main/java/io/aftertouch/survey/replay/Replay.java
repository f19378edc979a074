package io.aftertouch.survey.replay;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import io.aftertouch.survey.decision.DecisionLedger;
import io.aftertouch.survey.decision.Verdict;
import io.aftertouch.survey.event.Events;
import io.aftertouch.survey.invitation.Invitations;
import io.aftertouch.survey.invitation.PastAsking;
import io.aftertouch.survey.judging.Addressee;
import io.aftertouch.survey.judging.Asking;
import io.aftertouch.survey.judging.Judge;
import io.aftertouch.survey.judging.Judgement;
import io.aftertouch.survey.judging.Terms;
import io.aftertouch.survey.respondent.OptOutRegister;
import io.aftertouch.survey.respondent.OptOuts;
import io.aftertouch.survey.respondent.Respondent;
import io.aftertouch.survey.respondent.Respondents;
import io.aftertouch.survey.trigger.ContactPolicies;
import io.aftertouch.survey.trigger.CreateRule;
import io.aftertouch.survey.trigger.Replayed;
import io.aftertouch.survey.trigger.RuleReplay;
import io.aftertouch.survey.trigger.Rules;

/**
 * Judges the latest events of a touchpoint again as they came in, by a rule that is not saved beside the other rules that wait there today. Nothing
 * is written or sent.
 *
 * <p>What the replayed events really led to is taken out of the history of each person, and what the replay leads to is put in its place: the
 * askings that the replayed rule itself caused do not stand against it. Everything else that the person had been asked by then counts as it
 * was. A later event that makes the question pointless counts if it happened before the question would have been due. Rules, contact policy,
 * addresses, consents and opt-outs are those of today; people who are not known any more are left out. What is deferred is shown as deferred,
 * and not judged again.
 */
@ApplicationScoped
class Replay implements RuleReplay {

    private final DecisionLedger ledger;
    private final Events events;
    private final Respondents respondents;
    private final OptOutRegister optOuts;
    private final Invitations invitations;
    private final Rules rules;
    private final ContactPolicies policies;

    Replay(
            DecisionLedger ledger,
            Events events,
            Respondents respondents,
            OptOutRegister optOuts,
            Invitations invitations,
            Rules rules,
            ContactPolicies policies) {
        this.ledger = ledger;
        this.events = events;
        this.respondents = respondents;
        this.optOuts = optOuts;
        this.invitations = invitations;
        this.rules = rules;
        this.policies = policies;
    }

    @Override
    @Transactional
    public Replayed replay(UUID replaces, CreateRule wish, int last) {
        Terms draft = rules.draft(replaces, wish);
        List<Events.Past> past = events.byIds(ledger.latestEvents(wish.touchpoint(), last)).stream()
                .sorted(Comparator.comparing(Events.Past::receivedAt).thenComparing(Events.Past::id))
                .toList();
        if (past.isEmpty()) {
            return new Replayed(wish.touchpoint(), List.of(), List.of());
        }
        Map<UUID, List<Verdict>> decided =
                ledger.about(past.stream().map(Events.Past::id).toList());
        History history = history(past, draft, wish.touchpoint());
        List<Replayed.Line> lines = new ArrayList<>();
        for (Events.Past event : past) {
            history.judge(event)
                    .map(would -> line(event, would, decided.getOrDefault(event.id(), List.of()), replaces))
                    .ifPresent(lines::addFirst);
        }
        return new Replayed(wish.touchpoint(), tallies(lines), List.copyOf(lines));
    }

    private History history(List<Events.Past> past, Terms draft, String touchpoint) {
        Set<UUID> replayed = past.stream().map(Events.Past::id).collect(Collectors.toSet());
        Map<String, Respondent> people =
                respondents.known(past.stream().map(Events.Past::respondentRef).collect(Collectors.toSet())).stream()
                        .collect(Collectors.toMap(Respondent::ref, Function.identity()));
        List<PastAsking> askings = invitations
                .past(people.values(), past.getFirst().receivedAt())
                .stream()
                .filter(asking -> !replayed.contains(asking.event()))
                .toList();
        List<Terms> judgedBy = Stream.concat(
                        Stream.of(draft),
                        rules.at(Set.of(touchpoint)).at(touchpoint).stream()
                                .filter(other -> !other.rule().equals(draft.rule())))
                .toList();
        return new History(
                policies.judge(),
                draft,
                judgedBy,
                people,
                people.isEmpty() ? Map.of() : optOuts.of(people.values()),
                new ArrayList<>(askings),
                visits(past, people.keySet(), judgedBy));
    }

    private Map<String, List<Events.Visit>> visits(
            List<Events.Past> past, Collection<String> refs, List<Terms> judgedBy) {
        Set<String> cancelling =
                judgedBy.stream().flatMap(terms -> terms.cancelledBy().stream()).collect(Collectors.toSet());
        Instant first = past.stream()
                .map(event -> event.occurrence().occurredAt())
                .min(Comparator.naturalOrder())
                .orElseThrow();
        return events.visits(refs, cancelling, first).stream()
                .collect(Collectors.groupingBy(Events.Visit::respondentRef));
    }

    /** What the people had been asked, as it grows while the events are judged one after the other. */
    private record History(
            Judge judge,
            Terms draft,
            List<Terms> judgedBy,
            Map<String, Respondent> people,
            Map<Respondent, OptOuts> optOuts,
            List<PastAsking> askings,
            Map<String, List<Events.Visit>> visits) {

        /** What the draft would have decided; empty when the person is not known any more. */
        Optional<Judgement> judge(Events.Past event) {
            return Optional.ofNullable(people.get(event.respondentRef())).map(person -> judge(event, person));
        }

        private Judgement judge(Events.Past event, Respondent person) {
            List<Judgement> judgements =
                    judge.judge(event.occurrence(), addressee(event, person), judgedBy, event.receivedAt());
            for (Judgement judgement : judgements) {
                if (judgement instanceof Judgement.Invited invited) {
                    askings.add(new PastAsking(
                            event.id(),
                            event.receivedAt(),
                            person.ref(),
                            person.emailContact(),
                            person.phoneContact(),
                            new Asking(invited.terms().survey(), invited.dueAt())));
                }
            }
            return judgements.stream()
                    .filter(judgement -> judgement.terms().equals(draft))
                    .findFirst()
                    .orElseThrow();
        }

        private Addressee addressee(Events.Past event, Respondent person) {
            List<Asking> known = askings.stream()
                    .filter(asking -> asking.concerns(person) && !asking.since().isAfter(event.receivedAt()))
                    .map(PastAsking::asking)
                    .toList();
            return Invitations.addressee(
                    person,
                    optOuts.get(person).cover(event.occurrence().touchpoint()),
                    person.country(),
                    known,
                    since(event));
        }

        /** Where the person was between the event and the moment when the question would have been due. */
        private Set<String> since(Events.Past event) {
            Instant happened = event.occurrence().occurredAt();
            Instant due = happened.plus(draft.delay());
            Instant until = due.isAfter(event.receivedAt()) ? due : event.receivedAt();
            Set<String> touchpoints = new HashSet<>();
            for (Events.Visit visit : visits.getOrDefault(event.respondentRef(), List.of())) {
                if (visit.at().isAfter(happened) && !visit.at().isAfter(until)) {
                    touchpoints.add(visit.touchpoint());
                }
            }
            return touchpoints;
        }
    }

    private static Replayed.Line line(Events.Past event, Judgement would, List<Verdict> decided, UUID replaces) {
        return new Replayed.Line(
                event.id(),
                event.occurrence().occurredAt(),
                event.respondentRef(),
                would(would),
                decided.stream()
                        .map(verdict -> new Replayed.Was(
                                verdict.rule().orElse(null),
                                verdict.survey().orElse(null),
                                verdict.outcome(),
                                verdict.reason(),
                                verdict.rule()
                                        .filter(rule -> rule.equals(replaces))
                                        .isPresent()))
                        .toList());
    }

    private static Replayed.Would would(Judgement judgement) {
        return switch (judgement) {
            case Judgement.Invited invited ->
                new Replayed.Would(invited.outcome(), invited.reason(), invited.channel(), invited.dueAt(), null);
            case Judgement.Deferred deferred ->
                new Replayed.Would(deferred.outcome(), deferred.reason(), null, null, deferred.freeAt());
            case Judgement.NotInvited not ->
                new Replayed.Would(
                        not.outcome(), not.reason(), null, null, not.freeAt().orElse(null));
        };
    }

    private static List<Replayed.Tally> tallies(List<Replayed.Line> lines) {
        Map<Replayed.Tally, Long> counts = new HashMap<>();
        lines.forEach(line -> counts.merge(
                new Replayed.Tally(line.would().outcome(), line.would().reason(), 0), 1L, Long::sum));
        return counts.entrySet().stream()
                .map(count -> new Replayed.Tally(
                        count.getKey().outcome(), count.getKey().reason(), count.getValue()))
                .sorted(Comparator.comparingLong(Replayed.Tally::count)
                        .reversed()
                        .thenComparing(Replayed.Tally::reason))
                .toList();
    }
}
