package io.aftertouch.local.fault;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.aftertouch.local.fault.Violation.Invariant;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The checker sees each thing that must never happen: a sound story is doctored in one place, and that one thing is named. */
class CheckerTest {

    private final SoundState sound = new SoundState();

    @Test
    void whatIsSoundIsFoundSound() {
        assertThat(sound.check()).isEmpty();
    }

    // V1

    @Test
    void aLostAnswerIsNamed() {
        sound.answers.removeIf(answer -> answer.id().equals(sound.positive));
        recounted();

        found(Invariant.V1, "answer a-1 [201, 200] was acknowledged and is lost");
    }

    @Test
    void anAnswerThatIsStoredTwiceIsNamed() {
        sound.answers.add(SoundState.answer(UUID.randomUUID(), null, "a-1", 9, "Fine"));
        recounted();

        found(Invariant.V1, "answer a-1 [201, 200] is stored 2 times");
    }

    @Test
    void anAnswerThatSaysSomethingElseIsNamed() {
        sound.answers.removeIf(answer -> answer.id().equals(sound.positive));
        sound.answers.add(SoundState.answer(sound.positive, null, "a-1", 10, "Fine"));
        recounted();

        found(Invariant.V1, "answer a-1 [201, 200] is stored with 10 and \"Fine\"");
    }

    @Test
    void aRefusedAnswerThatIsStoredIsNamed() {
        sound.asked(SoundState.said(null, "a-2", 9, "Refused"), 409);
        sound.answers.add(SoundState.answer(UUID.randomUUID(), null, "a-2", 9, "Refused"));
        recounted();

        found(Invariant.V1, "answer a-2 [409] was refused and is stored");
    }

    @Test
    void anAnswerThatNobodyGaveIsNamed() {
        sound.answers.add(SoundState.answer(UUID.randomUUID(), null, "a-3", 9, "Who?"));
        recounted();

        found(Invariant.V1, "answer a-3 is stored, and nobody gave it");
    }

    @Test
    void anAnswerOfWhichNobodyKnowsMayBeThereOrNot() {
        sound.asked(SoundState.said(null, "a-4", 9, "Perhaps"), 0, 503);
        assertThat(sound.check()).isEmpty();

        sound.answers.add(SoundState.answer(UUID.randomUUID(), null, "a-4", 9, "Perhaps"));
        recounted();
        assertThat(sound.check()).isEmpty();
    }

    // V2

    @Test
    void aDoubleCountIsNamed() {
        String name = sound.tallies.firstKey();
        List<Integer> counts = new ArrayList<>(sound.tallies.get(name));
        counts.set(9, 2);
        sound.tallies.put(name, counts);

        found(
                Invariant.V2,
                name + " is [0, 0, 1, 0, 0, 0, 0, 0, 0, 2, 0], and recounted [0, 0, 1, 0, 0, 0, 0, 0, 0, 1, 0]");
    }

    @Test
    void aLostCountIsNamed() {
        String name = sound.tallies.lastKey();
        sound.tallies.remove(name);

        found(Invariant.V2, name + " is null, and recounted [0, 0, 1, 0, 0, 0, 0, 0, 0, 1, 0]");
    }

    // V3

    @Test
    void aSecondCaseOfOneAnswerIsNamed() {
        UUID second = UUID.randomUUID();
        sound.cases.add(new State.ReviewCase(second, sound.negative, 0, List.of()));
        sound.scoreCases.put(second, 0L);

        found(Invariant.V3, "negative answer " + sound.negative + " has 2 cases");
    }

    @Test
    void aCaseWithoutItsAnswerIsNamed() {
        UUID stray = UUID.randomUUID();
        sound.cases.add(new State.ReviewCase(stray, UUID.randomUUID(), 0, List.of()));
        sound.scoreCases.put(stray, 0L);

        found(Invariant.V3, "case " + stray + " is about an answer that is not stored");
    }

    // V4

    @Test
    void aLostEventIsNamed() {
        sound.events.clear();

        found(Invariant.V4, "event e-1 [202] was acknowledged and is lost");
    }

    @Test
    void anEventThatIsJudgedTwiceIsNamed() {
        sound.decisions.add(new State.Decision(sound.event, sound.rule, "NOT_INVITED", "QUARANTINE", null));

        found(Invariant.V4, "event e-1 [202] has 2 decisions of rule " + sound.rule);
    }

    @Test
    void somebodyWhoIsAskedTwiceIsNamed() {
        UUID second = UUID.randomUUID();
        sound.invitations.add(new State.Invitation(second, "fault-link", "p-1", "LINK", "SENT", true));

        found(Invariant.V4, "p-1 was invited 2 times within the quarantine");
    }

    // V5

    @Test
    void anInvitationThatReachedNobodyIsNamed() {
        sound.mails.clear();

        found(Invariant.V5, "invitation " + sound.invitation + " is ANSWERED and reached nobody");
    }

    @Test
    void aDoubleMailIsNamedUnlessACrashLayInBetween() {
        sound.mails.replaceAll((id, times) -> 2L);

        found(Invariant.V5, "1 second copies were sent, and 0 may have been: [" + sound.invitation + "=2]");
        sound.secondCopies = 1;
        assertThat(sound.check()).isEmpty();
    }

    @Test
    void anEmailThatBelongsToNoInvitationIsNamed() {
        UUID stray = UUID.randomUUID();
        sound.mails.put("<" + stray + "@localhost>", 1L);

        found(Invariant.V5, "message " + stray + " belongs to no invitation");
    }

    // V6

    @Test
    void anEventThatTheWebhookNeverHeardOfIsNamed() {
        sound.posts.clear();

        found(Invariant.V6, "the webhook never heard of response.recorded " + sound.recorded);
    }

    // V7

    @Test
    void aLostNoteIsNamed() {
        steps(new State.Step("OPENED", "LOW_SCORE"), new State.Step("TAKEN", null));

        found(
                Invariant.V7,
                "NOTED of case " + sound.reviewCase + " [0, 200, 200] was acknowledged and is not in the history");
    }

    @Test
    void aCaseThatTheScoresHaveAnOldVersionOfIsNamed() {
        sound.scoreCases.put(sound.reviewCase, 1L);

        found(Invariant.V7, "case " + sound.reviewCase + " is at version 2, and score-service knows 1");
    }

    // V8

    @Test
    void aNoteThatWasWrittenTwiceIsNamed() {
        steps(
                new State.Step("OPENED", "LOW_SCORE"),
                new State.Step("TAKEN", null),
                new State.Step("NOTED", SoundState.NOTE),
                new State.Step("NOTED", SoundState.NOTE));

        found(Invariant.V8, "NOTED of case " + sound.reviewCase + " [0, 200, 200] is 2 times in the history");
    }

    @Test
    void anotherAnswerToTheSameRequestIsNamed() {
        sound.answered(
                SoundState.said(null, "a-1", 9, "Fine"),
                200,
                JsonNodeFactory.instance.objectNode().put("yes", false));

        found(Invariant.V8, "answer a-1 [201, 200, 200] got different answers: [{\"yes\":true}, {\"yes\":false}]");
    }

    // V9

    @Test
    void whoComesBackAfterAnErasureIsNamed() {
        sound.traces.put(SoundState.ERASED, Set.of("SURVEY outbox.payload", "FEEDBACK response.respondent_ref"));

        found(Invariant.V9, "erasure of l-1 [204] left traces in [FEEDBACK response.respondent_ref]");
    }

    @Test
    void somebodyErasedWhoIsJudgedIsNamed() {
        sound.answered(
                new Act.Happened("nobody-1", SoundState.MAIL, SoundState.ERASED, false),
                202,
                JsonNodeFactory.instance.objectNode());

        found(Invariant.V9, "event nobody-1 [202] of somebody erased was judged");
    }

    // V10

    @Test
    void anEventThatWasNeverToldIsNamed() {
        sound.told.add(new State.Told("responses", "response.recorded", "4711", true, Set.of(), Set.of()));

        found(Invariant.V10, "response.recorded 4711 was never told");
    }

    @Test
    void anEventThatWasNeitherAppliedNorParkedIsNamed() {
        sound.told.add(new State.Told("responses", "response.recorded", "4711", false, Set.of("SCORE"), Set.of()));

        found(Invariant.V10, "response.recorded 4711 was not heard by [SCORE]");
    }

    @Test
    void anEventOfOursThatWasParkedIsNamed() {
        sound.told.add(new State.Told("responses", "response.recorded", "4711", false, Set.of(), Set.of("SCORE")));

        found(Invariant.V10, "response.recorded 4711 was parked by [SCORE]");
    }

    @Test
    void a500IsNamed() {
        sound.asked(SoundState.said(null, "a-5", 9, "Oh"), 500);

        found(Invariant.NO_500, "answer a-5 [500]");
    }

    private void recounted() {
        sound.tallies = Recount.of(sound.answers);
    }

    private void steps(State.Step... steps) {
        sound.cases.set(0, new State.ReviewCase(sound.reviewCase, sound.negative, 2, List.of(steps)));
    }

    private void found(Invariant invariant, String what) {
        assertThat(sound.check()).containsExactly(new Violation(invariant, what));
    }
}
