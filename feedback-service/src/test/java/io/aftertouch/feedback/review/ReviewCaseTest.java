package io.aftertouch.feedback.review;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

import io.aftertouch.feedback.response.Responses;
import io.aftertouch.feedback.settings.BusinessCalendar;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

import static io.aftertouch.feedback.review.CaseState.IN_PROGRESS;
import static io.aftertouch.feedback.review.CaseState.NEW;
import static io.aftertouch.feedback.review.CaseState.RESOLVED;
import static io.aftertouch.feedback.review.CaseState.SNOOZED;
import static io.aftertouch.feedback.review.CaseState.SPAM;
import static io.aftertouch.feedback.review.CaseState.WAITING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ReviewCaseTest {

    private static final Instant NOW = Instant.parse("2026-11-21T13:38:00Z");
    private static final Instant LATER = NOW.plusSeconds(60);
    private static final BusinessCalendar CALENDAR =
            BusinessCalendar.roundTheClock(ZoneOffset.UTC, Duration.ofHours(4));

    private final ReviewCase reviewCase = ReviewCase.open(
            UUID.randomUUID(),
            Responses.detractor(),
            new Flags(true, null, null),
            null,
            NOW,
            CALENDAR.deadlineFrom(NOW));

    @Test
    void itIsNewAndDueInFourHours() {
        assertThat(reviewCase.state()).isEqualTo(NEW);
        assertThat(reviewCase.dueAt()).isEqualTo("2026-11-21T17:38:00Z");
        assertThat(reviewCase.assignee()).isNull();
    }

    @Test
    void theFirstOneToTakeItHasIt() {
        CaseStep step = reviewCase.take("mette", LATER);
        assertThat(step.step()).isEqualTo(Step.TAKEN);
        assertThat(step.state()).isEqualTo(IN_PROGRESS);
        assertThat(step.actor()).isEqualTo("mette");
        assertThat(reviewCase.assignee()).isEqualTo("mette");
        assertThatThrownBy(() -> reviewCase.take("jonas", LATER))
                .isInstanceOf(CaseTaken.class)
                .hasMessageContaining("mette");
        assertThat(reviewCase.assignee()).isEqualTo("mette");
    }

    @Test
    void theLoopIsClosedByWaitingAndResolving() {
        reviewCase.take("mette", LATER);
        reviewCase.await("mette", LATER);
        assertThat(reviewCase.state()).isEqualTo(WAITING);
        reviewCase.take("mette", LATER);
        assertThat(reviewCase.state()).isEqualTo(IN_PROGRESS);
        CaseStep resolved = reviewCase.resolve("mette", Outcome.PUT_RIGHT, "wrong pick-up point", LATER);
        assertThat(resolved.text()).isEqualTo("Put right: wrong pick-up point");
        assertThat(reviewCase.state()).isEqualTo(RESOLVED);
        assertThat(reviewCase.state().isOpen()).isFalse();
        assertThat(reviewCase.outcome()).isEqualTo(Outcome.PUT_RIGHT);
    }

    @Test
    void whatIsGivenBackAnybodyCanTake() {
        reviewCase.take("mette", LATER);
        reviewCase.release("mette", LATER);
        assertThat(reviewCase.state()).isEqualTo(NEW);
        reviewCase.take("jonas", LATER);
        assertThat(reviewCase.assignee()).isEqualTo("jonas");
    }

    @Test
    void reopeningStartsAnew() {
        reviewCase.resolve("mette", Outcome.EXPLAINED, null, LATER);
        assertThat(reviewCase.assignee()).isEqualTo("mette");
        reviewCase.reopen("jonas", LATER, CALENDAR.deadlineFrom(LATER));
        assertThat(reviewCase.state()).isEqualTo(NEW);
        assertThat(reviewCase.assignee()).isNull();
        assertThat(reviewCase.outcome()).isNull();
        assertThat(reviewCase.dueAt()).isEqualTo(LATER.plus(Duration.ofHours(4)));
    }

    @Test
    void anIllegalStepNamesTheStateAndChangesNothing() {
        assertThatThrownBy(() -> reviewCase.await("mette", LATER))
                .isInstanceOf(IllegalCaseStep.class)
                .hasMessageContaining("NEW");
        assertThatThrownBy(() -> reviewCase.release("mette", LATER)).isInstanceOf(IllegalCaseStep.class);
        assertThatThrownBy(() -> reviewCase.reopen("mette", LATER, CALENDAR.deadlineFrom(LATER)))
                .isInstanceOf(IllegalCaseStep.class);
        assertThat(reviewCase.state()).isEqualTo(NEW);
        reviewCase.resolve("mette", Outcome.UNREACHABLE, null, LATER);
        assertThatThrownBy(() -> reviewCase.resolve("mette", Outcome.PUT_RIGHT, null, LATER))
                .isInstanceOf(IllegalCaseStep.class)
                .hasMessageContaining("RESOLVED");
        assertThatThrownBy(() -> reviewCase.take("mette", LATER)).isInstanceOf(IllegalCaseStep.class);
        assertThat(reviewCase.outcome()).isEqualTo(Outcome.UNREACHABLE);
    }

    @Test
    void aNoteChangesNoState() {
        CaseStep note = reviewCase.note("mette", "Called, no answer", LATER);
        assertThat(note.state()).isEqualTo(NEW);
        assertThat(note.text()).isEqualTo("Called, no answer");
        assertThat(reviewCase.changedAt()).isEqualTo(LATER);
    }

    @Test
    void whatIsPutAsideComesBackAndItsTimeBeginsThen() {
        Instant monday = Instant.parse("2026-11-23T08:00:00Z");
        CaseStep snoozed = reviewCase.snooze("mette", monday, CALENDAR, LATER);
        assertThat(snoozed.text()).isEqualTo("2026-11-23T08:00:00Z");
        assertThat(reviewCase.state()).isEqualTo(SNOOZED);
        assertThat(reviewCase.dueAt()).isEqualTo("2026-11-23T12:00:00Z");
        assertThat(reviewCase.warnAt()).isEqualTo("2026-11-23T11:12:00Z");
        assertThat(reviewCase.isToWakeAt(monday.minusSeconds(1))).isFalse();
        assertThat(reviewCase.isToWakeAt(monday)).isTrue();
        CaseStep woken = reviewCase.wake(null, monday);
        assertThat(woken.actor()).isNull();
        assertThat(reviewCase.state()).isEqualTo(NEW);
        assertThat(reviewCase.snoozedUntil()).isNull();
        assertThat(reviewCase.isToWakeAt(monday)).isFalse();
    }

    @Test
    void whoeverHadItBeforeItWasPutAsideGoesOn() {
        reviewCase.take("mette", LATER);
        reviewCase.snooze("mette", LATER.plusSeconds(600), CALENDAR, LATER);
        assertThatThrownBy(() -> reviewCase.take("jonas", LATER)).isInstanceOf(CaseTaken.class);
        reviewCase.wake(null, LATER.plusSeconds(600));
        assertThat(reviewCase.state()).isEqualTo(IN_PROGRESS);
        assertThat(reviewCase.assignee()).isEqualTo("mette");
    }

    @Test
    void spamIsClosedAndCanBeReopened() {
        reviewCase.markAsSpam("mette", LATER);
        assertThat(reviewCase.state()).isEqualTo(SPAM);
        assertThat(reviewCase.state().isOpen()).isFalse();
        for (ThrowingCallable illegal : List.<ThrowingCallable>of(
                () -> reviewCase.markAsSpam("mette", LATER),
                () -> reviewCase.take("mette", LATER),
                () -> reviewCase.assign("mette", "jonas", LATER),
                () -> reviewCase.snooze("mette", LATER, CALENDAR, LATER),
                () -> reviewCase.wake("mette", LATER),
                () -> reviewCase.resolve("mette", Outcome.EXPLAINED, null, LATER))) {
            assertThatThrownBy(illegal).isInstanceOf(IllegalCaseStep.class).hasMessageContaining("SPAM");
        }
        reviewCase.reopen("mette", LATER, CALENDAR.deadlineFrom(LATER));
        assertThat(reviewCase.state()).isEqualTo(NEW);
        assertThat(reviewCase.dueAt()).isEqualTo(LATER.plus(Duration.ofHours(4)));
    }

    @Test
    void aCaseIsGivenToSomebodyWhoeverHadIt() {
        reviewCase.take("mette", LATER);
        CaseStep given = reviewCase.assign("mette", "jonas", LATER);
        assertThat(given.text()).isEqualTo("jonas");
        assertThat(reviewCase.assignee()).isEqualTo("jonas");
        assertThat(reviewCase.state()).isEqualTo(IN_PROGRESS);
    }
}
