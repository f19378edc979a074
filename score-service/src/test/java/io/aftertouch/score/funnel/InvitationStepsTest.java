package io.aftertouch.score.funnel;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;

import io.aftertouch.score.funnel.InvitationSteps.Step;
import io.aftertouch.score.metric.Rate;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class InvitationStepsTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 21);

    @Test
    void anInvitationCountsAsFarAsItCame() {
        assertThat(passage()).isEqualTo(new Passage(0, 1, 0, 0, 0));
        assertThat(passage(Step.SENT)).isEqualTo(new Passage(0, 1, 1, 1, 0));
        assertThat(passage(Step.SENT, Step.RETURNED)).isEqualTo(new Passage(0, 1, 1, 0, 0));
        assertThat(passage(Step.RETURNED)).isEqualTo(new Passage(0, 1, 0, 0, 0));
        assertThat(passage(Step.SENT, Step.OPTED_OUT)).isEqualTo(new Passage(0, 1, 1, 0, 0));
        assertThat(passage(Step.SENT, Step.ANSWERED)).isEqualTo(new Passage(0, 1, 1, 1, 1));
    }

    @Test
    void whoeverAnsweredHadGotItWhateverElseWasHeard() {
        assertThat(passage(Step.ANSWERED)).isEqualTo(new Passage(0, 1, 1, 1, 1));
        assertThat(passage(Step.SENT, Step.RETURNED, Step.ANSWERED)).isEqualTo(new Passage(0, 1, 1, 1, 1));
        assertThat(passage(Step.ANSWERED, Step.WITHDRAWN)).isEqualTo(new Passage(0, 1, 1, 1, 0));
    }

    @Test
    void nothingCountsBeforeItIsKnownWhere() {
        assertThat(InvitationSteps.NONE.with(Step.SENT).with(Step.ANSWERED).passage())
                .isEqualTo(Passage.NONE);
    }

    @RepeatedTest(20)
    void neitherOrderNorRepetitionChangesWhatStepsComeTo(RepetitionInfo seed) {
        Random random = new Random(seed.getCurrentRepetition());
        List<UnaryOperator<InvitationSteps>> heard = new ArrayList<>();
        heard.add(steps -> steps.scheduled(7, DAY));
        for (Step step : Step.values()) {
            if (random.nextBoolean()) {
                heard.add(steps -> steps.with(step));
            }
        }
        Passage inOrder = come(heard);
        heard.add(heard.get(random.nextInt(heard.size())));
        Collections.shuffle(heard, random);

        assertThat(come(heard)).isEqualTo(inOrder);
    }

    @Test
    void aRateHasItsIntervalAndNoneWithoutAWhole() {
        Rate rate = new Rate(81, 263);
        assertThat(rate.interval().orElseThrow().low()).isCloseTo(25.53, Offset.offset(0.01));
        assertThat(rate.interval().orElseThrow().high()).isCloseTo(36.62, Offset.offset(0.01));
        assertThat(new Rate(0, 0).interval()).isEmpty();
        assertThat(new Rate(3, 2).percent()).isEmpty();
    }

    private static Passage come(List<UnaryOperator<InvitationSteps>> heard) {
        InvitationSteps steps = InvitationSteps.NONE;
        for (UnaryOperator<InvitationSteps> one : heard) {
            steps = one.apply(steps);
        }
        return steps.passage();
    }

    private static Passage passage(Step... steps) {
        InvitationSteps invitation = InvitationSteps.NONE.scheduled(7, DAY);
        for (Step step : steps) {
            invitation = invitation.with(step);
        }
        return invitation.passage();
    }
}
