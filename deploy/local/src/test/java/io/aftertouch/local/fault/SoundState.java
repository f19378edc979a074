package io.aftertouch.local.fault;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/**
 * A small story in which everything is as it must be, to be doctored: somebody was invited by e-mail and gave a negative answer, whose case a colleague
 * took and noted something on; another system handed in a good answer; somebody was erased.
 */
final class SoundState {

    static final String MAIL = "fault-mail";
    static final String ERASED = "l-1";
    static final String NOTE = "Rang them";

    private static final Instant AT = Instant.parse("2026-11-22T10:15:30Z");
    private static final JsonNode YES = JsonNodeFactory.instance.objectNode().put("yes", true);

    final Ledger ledger = Ledger.inMemory();
    final UUID rule = UUID.randomUUID();
    final UUID event = UUID.randomUUID();
    final UUID invitation = UUID.randomUUID();
    final UUID negative = UUID.randomUUID();
    final UUID positive = UUID.randomUUID();
    final UUID reviewCase = UUID.randomUUID();
    final UUID recorded = UUID.randomUUID();

    final List<State.Answer> answers = new ArrayList<>();
    SortedMap<String, List<Integer>> tallies;
    final List<State.ReviewCase> cases = new ArrayList<>();
    final Map<UUID, Long> scoreCases = new HashMap<>();
    final List<State.Event> events = new ArrayList<>();
    final List<State.Decision> decisions = new ArrayList<>();
    final List<State.Invitation> invitations = new ArrayList<>();
    final Map<String, Long> mails = new HashMap<>();
    final Map<UUID, Long> posts = new HashMap<>();
    final List<State.Told> told = new ArrayList<>();
    final Map<String, Set<String>> traces = new HashMap<>();
    int secondCopies;

    SoundState() {
        asked(new Act.Happened("e-1", MAIL, "p-1", true), 202);
        asked(said(invitation, null, 2, "Never came"), 0, 201);
        asked(said(null, "a-1", 9, "Fine"), 201, 200);
        asked(new Act.Worked(reviewCase, Act.Worked.Step.TAKEN, null), 200);
        asked(new Act.Worked(reviewCase, Act.Worked.Step.NOTED, NOTE), 0, 200, 200);
        asked(new Act.Erased(ERASED), 204);

        events.add(new State.Event(event, "e-1", MAIL, "p-1"));
        decisions.add(new State.Decision(event, rule, "INVITED", "INVITED", invitation));
        invitations.add(new State.Invitation(invitation, MAIL, "p-1", "EMAIL", "ANSWERED", true));
        mails.put("<" + invitation + "@localhost>", 1L);
        answers.add(answer(negative, invitation, null, 2, "Never came"));
        answers.add(answer(positive, null, "a-1", 9, "Fine"));
        tallies = new TreeMap<>(Recount.of(answers));
        cases.add(new State.ReviewCase(
                reviewCase,
                negative,
                2,
                List.of(
                        new State.Step("OPENED", "LOW_SCORE"),
                        new State.Step("TAKEN", null),
                        new State.Step("NOTED", NOTE))));
        scoreCases.put(reviewCase, 2L);
        posts.put(recorded, 2L);
        told.add(new State.Told("responses", "response.recorded", recorded.toString(), false, Set.of(), Set.of()));
        traces.put(ERASED, Set.of("SURVEY outbox.payload"));
    }

    static Act.Said said(UUID invitation, String id, int score, String comment) {
        return new Act.Said(invitation, id, MAIL, score, comment, "p-1", false);
    }

    static State.Answer answer(UUID id, UUID invitation, String sourceId, int score, String comment) {
        return new State.Answer(
                id,
                invitation,
                sourceId == null ? null : Scene.SOURCE,
                sourceId,
                MAIL,
                MAIL + "-survey",
                1,
                "web",
                "p-1",
                new TreeMap<>(Map.of("country", "DK", "plan", "pro")),
                score,
                score <= 6,
                comment,
                AT,
                false);
    }

    /** Calls for an act, and what they came to; 0 is no answer. */
    void asked(Act act, int... statuses) {
        for (int status : statuses) {
            answered(act, status, YES);
        }
    }

    void answered(Act act, int status, JsonNode body) {
        ledger.call(act, () -> status == 0 ? Deed.Result.UNKNOWN : new Deed.Result(status, body));
    }

    List<Violation> check() {
        State state = new State(
                answers,
                tallies,
                cases,
                scoreCases,
                events,
                Map.of(MAIL, List.of(rule)),
                decisions,
                invitations,
                mails,
                posts,
                Map.of(recorded, "response.recorded"),
                told,
                traces);
        return Checker.check(ledger, state, secondCopies);
    }
}
