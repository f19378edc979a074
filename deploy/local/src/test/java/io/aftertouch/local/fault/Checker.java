package io.aftertouch.local.fault;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;
import io.aftertouch.local.fault.Violation.Invariant;

/** Holds the ledger of what was asked against what the suite knows, and names everything that must not be so. */
final class Checker {

    private final Ledger ledger;
    private final State state;
    private final int secondCopies;
    private final Set<String> leavers;
    private final List<Violation> found = new ArrayList<>();

    /** @param secondCopies how many e-mails may have gone out once more, since what sent them was killed */
    private Checker(Ledger ledger, State state, int secondCopies) {
        this.ledger = ledger;
        this.state = state;
        this.secondCopies = secondCopies;
        this.leavers = new HashSet<>(ledger.leavers());
    }

    static List<Violation> check(Ledger ledger, State state, int secondCopies) {
        Checker checker = new Checker(ledger, state, secondCopies);
        checker.answers();
        checker.counts();
        checker.cases();
        checker.events();
        checker.contactPolicy();
        checker.mails();
        checker.webhooks();
        checker.work();
        checker.repeats();
        checker.erasures();
        checker.messages();
        checker.failures();
        return checker.found;
    }

    private void broken(Invariant invariant, String what, Object... values) {
        found.add(new Violation(invariant, what.formatted(values)));
    }

    // V1

    private void answers() {
        Map<String, List<State.Answer>> stored = state.answers().stream()
                .filter(answer -> !isForgotten(answer))
                .collect(Collectors.groupingBy(Checker::name));
        Set<String> known = new HashSet<>();
        ledger.deeds(Act.Said.class).forEach(deed -> {
            Act.Said said = (Act.Said) deed.act();
            known.add(said.name());
            if (!leavers.contains(said.ref())) {
                answer(deed, said, stored.getOrDefault(said.name(), List.of()));
            }
        });
        stored.keySet().stream()
                .filter(name -> !known.contains(name))
                .forEach(name -> broken(Invariant.V1, "%s is stored, and nobody gave it", name));
        ledger.deeds(Act.Said.class)
                .filter(deed -> leavers.contains(((Act.Said) deed.act()).ref()) && deed.isAcknowledged())
                .forEach(this::forgottenAnswer);
    }

    /** What is left of an answer once its respondent was erased has no name any more, at the source or at an invitation. */
    private static boolean isForgotten(State.Answer answer) {
        return answer.invitation() == null && answer.sourceId() == null;
    }

    private static String name(State.Answer answer) {
        return answer.invitation() == null
                ? "answer " + answer.sourceId()
                : "answer to invitation " + answer.invitation();
    }

    private void answer(Deed deed, Act.Said said, List<State.Answer> stored) {
        if (stored.size() > 1) {
            broken(Invariant.V1, "%s is stored %d times", deed, stored.size());
        } else if (stored.isEmpty() && deed.isAcknowledged()) {
            broken(Invariant.V1, "%s was acknowledged and is lost", deed);
        } else if (!stored.isEmpty() && !deed.isAcknowledged() && !deed.isOpen()) {
            broken(Invariant.V1, "%s was refused and is stored", deed);
        }
        stored.stream()
                .filter(answer -> answer.score() != said.score() || !Objects.equals(answer.comment(), said.comment()))
                .forEach(answer -> broken(
                        Invariant.V1, "%s is stored with %d and \"%s\"", deed, answer.score(), answer.comment()));
    }

    /** The answer of somebody who was erased is known by the id that it was acknowledged with, and still counts. */
    private void forgottenAnswer(Deed deed) {
        String id = deed.yeses().getFirst().body().path("id").asText();
        List<State.Answer> stored = state.answers().stream()
                .filter(answer -> answer.id().toString().equals(id))
                .toList();
        if (stored.size() != 1 || stored.getFirst().score() != ((Act.Said) deed.act()).score()) {
            broken(Invariant.V1, "%s of an erased respondent does not count any more", deed);
        }
    }

    // V2

    private void counts() {
        var recounted = Recount.of(state.answers());
        Set<String> names = new TreeSet<>(recounted.keySet());
        names.addAll(state.tallies().keySet());
        for (String name : names) {
            List<Integer> right = recounted.get(name);
            List<Integer> counted = state.tallies().get(name);
            if (!Objects.equals(right, counted)) {
                broken(Invariant.V2, "%s is %s, and recounted %s", name, counted, right);
            }
        }
    }

    // V3

    private void cases() {
        Map<UUID, Long> cases = state.cases().stream()
                .collect(Collectors.groupingBy(State.ReviewCase::response, Collectors.counting()));
        Set<UUID> answers = new HashSet<>();
        for (State.Answer answer : state.answers()) {
            answers.add(answer.id());
            long some = cases.getOrDefault(answer.id(), 0L);
            if (answer.negative() && some != 1) {
                broken(Invariant.V3, "negative answer %s has %d cases", answer.id(), some);
            }
        }
        state.cases().stream()
                .filter(one -> !answers.contains(one.response()))
                .forEach(one -> broken(Invariant.V3, "case %s is about an answer that is not stored", one.id()));
    }

    // V4

    private void events() {
        Map<String, List<State.Event>> byName = state.events().stream()
                .filter(event -> event.sourceId() != null)
                .collect(Collectors.groupingBy(State.Event::sourceId));
        Map<UUID, List<State.Decision>> decisions =
                state.decisions().stream().collect(Collectors.groupingBy(State.Decision::event));
        ledger.deeds(Act.Happened.class).forEach(deed -> {
            Act.Happened happened = (Act.Happened) deed.act();
            if (!leavers.contains(happened.ref())) {
                event(deed, happened, byName.getOrDefault(happened.id(), List.of()), decisions);
            }
        });
    }

    private void event(
            Deed deed, Act.Happened happened, List<State.Event> events, Map<UUID, List<State.Decision>> decisions) {
        if (events.size() > 1) {
            broken(Invariant.V4, "%s is stored %d times", deed, events.size());
        } else if (events.isEmpty() && deed.isAcknowledged()) {
            broken(Invariant.V4, "%s was acknowledged and is lost", deed);
        } else if (!events.isEmpty() && !deed.isAcknowledged() && !deed.isOpen()) {
            broken(Invariant.V4, "%s was refused and is stored", deed);
        }
        for (State.Event event : events) {
            Map<UUID, Long> byRule = decisions.getOrDefault(event.id(), List.of()).stream()
                    .filter(decision -> decision.rule() != null)
                    .collect(Collectors.groupingBy(State.Decision::rule, Collectors.counting()));
            for (UUID rule : state.rules().getOrDefault(happened.touchpoint(), List.of())) {
                long some = byRule.getOrDefault(rule, 0L);
                if (some != 1) {
                    broken(Invariant.V4, "%s has %d decisions of rule %s", deed, some, rule);
                }
            }
        }
    }

    /** Quarantine is thirty days, and no run is longer: nobody is asked twice. */
    private void contactPolicy() {
        state.invitations().stream()
                .filter(invitation -> invitation.ref() != null)
                .filter(invitation -> !invitation.state().equals("CANCELLED"))
                .collect(Collectors.groupingBy(State.Invitation::ref, Collectors.counting()))
                .forEach((ref, asked) -> {
                    if (asked > 1) {
                        broken(Invariant.V4, "%s was invited %d times within the quarantine", ref, asked);
                    }
                });
    }

    // V5

    private void mails() {
        Map<String, State.Invitation> byMessage = state.invitations().stream()
                .collect(Collectors.toMap(
                        invitation -> invitation.id().toString(), Function.identity(), (one, same) -> one));
        Map<String, Long> taken = new HashMap<>();
        state.mails().forEach((id, times) -> taken.merge(id.replaceAll("[<>]|@.*", ""), times, Long::sum));
        for (State.Invitation invitation : byMessage.values()) {
            if (invitation.isSentByMail() && !taken.containsKey(invitation.id().toString())) {
                broken(Invariant.V5, "invitation %s is %s and reached nobody", invitation.id(), invitation.state());
            }
        }
        long extra = 0;
        for (Map.Entry<String, Long> mail : taken.entrySet()) {
            if (!byMessage.containsKey(mail.getKey())) {
                broken(Invariant.V5, "message %s belongs to no invitation", mail.getKey());
            }
            extra += mail.getValue() - 1;
        }
        if (extra > secondCopies) {
            broken(
                    Invariant.V5,
                    "%d second copies were sent, and %d may have been: %s",
                    extra,
                    secondCopies,
                    taken.entrySet().stream()
                            .filter(mail -> mail.getValue() > 1)
                            .toList());
        }
    }

    // V6

    private void webhooks() {
        state.wanted().forEach((id, type) -> {
            if (!state.posts().containsKey(id)) {
                broken(Invariant.V6, "the webhook never heard of %s %s", type, id);
            }
        });
    }

    // V7

    private void work() {
        Map<UUID, State.ReviewCase> cases = state.cases().stream()
                .collect(Collectors.toMap(State.ReviewCase::id, Function.identity(), (one, second) -> one));
        ledger.deeds(Act.Worked.class).forEach(deed -> {
            Act.Worked worked = (Act.Worked) deed.act();
            State.ReviewCase reviewCase = cases.get(worked.reviewCase());
            long times = reviewCase == null
                    ? 0
                    : reviewCase.steps().stream()
                            .filter(step -> step.step().equals(worked.step().name()))
                            .filter(step ->
                                    worked.text() == null || worked.text().equals(step.text()))
                            .count();
            if (times == 0 && deed.isAcknowledged()) {
                broken(Invariant.V7, "%s was acknowledged and is not in the history", deed);
            } else if (times > 1) {
                broken(Invariant.V8, "%s is %d times in the history", deed, times);
            }
        });
        state.cases().forEach(one -> {
            Long heard = state.scoreCases().get(one.id());
            if (heard == null || heard != one.version()) {
                broken(
                        Invariant.V7,
                        "case %s is at version %d, and score-service knows %s",
                        one.id(),
                        one.version(),
                        heard);
            }
        });
    }

    // V8

    private void repeats() {
        ledger.deeds().stream()
                .filter(deed -> !(deed.act() instanceof Act.Erased))
                .forEach(deed -> {
                    List<Deed.Result> yeses = deed.yeses();
                    if (yeses.isEmpty() || isOfLeaver(deed.act()) || !isAnsweredAgain(deed.act())) {
                        return;
                    }
                    Set<JsonNode> bodies =
                            yeses.stream().map(Deed.Result::body).collect(Collectors.toCollection(LinkedHashSet::new));
                    if (bodies.size() > 1) {
                        broken(Invariant.V8, "%s got different answers: %s", deed, bodies);
                    }
                });
    }

    /** Taking and resolving a case show the case as it is by then. */
    private static boolean isAnsweredAgain(Act act) {
        return switch (act) {
            case Act.Happened happened -> true;
            case Act.Said said -> true;
            case Act.Worked worked -> worked.isKeyed();
            case Act.Erased erased -> false;
        };
    }

    private boolean isOfLeaver(Act act) {
        return switch (act) {
            case Act.Happened happened -> leavers.contains(happened.ref());
            case Act.Said said -> leavers.contains(said.ref());
            case Act.Worked worked -> false;
            case Act.Erased erased -> true;
        };
    }

    // V9

    /** For a week the message by which the other services learn whom to forget names them, and nothing else does. */
    private static final Set<String> MAY_NAME_THEM = Set.of("SURVEY outbox.payload", "SURVEY outbox.event_key");

    private void erasures() {
        ledger.deeds(Act.Erased.class).filter(Deed::isAcknowledged).forEach(deed -> {
            Set<String> left = new TreeSet<>(state.traces().getOrDefault(((Act.Erased) deed.act()).ref(), Set.of()));
            left.removeAll(MAY_NAME_THEM);
            if (!left.isEmpty()) {
                broken(Invariant.V9, "%s left traces in %s", deed, left);
            }
        });
        ledger.deeds(Act.Happened.class)
                .filter(deed -> ((Act.Happened) deed.act()).isAboutNobody() && deed.isAcknowledged())
                .filter(deed -> !deed.yeses()
                        .getFirst()
                        .body()
                        .at("/decisions/0/reason")
                        .asText()
                        .equals("ERASED"))
                .forEach(deed -> broken(Invariant.V9, "%s of somebody erased was judged", deed));
    }

    // V10

    private void messages() {
        state.told().forEach(told -> {
            if (told.waiting()) {
                broken(Invariant.V10, "%s %s was never told", told.type(), told.id());
            } else if (!told.unheardBy().isEmpty()) {
                broken(Invariant.V10, "%s %s was not heard by %s", told.type(), told.id(), told.unheardBy());
            }
            if (!told.parkedBy().isEmpty()) {
                broken(Invariant.V10, "%s %s was parked by %s", told.type(), told.id(), told.parkedBy());
            }
        });
    }

    private void failures() {
        ledger.deeds().stream()
                .filter(deed -> deed.results().stream().anyMatch(result -> result.status() == 500))
                .forEach(deed -> broken(Invariant.NO_500, "%s", deed));
    }
}
