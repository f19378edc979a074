package io.aftertouch.feedback.catalog;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static io.aftertouch.feedback.catalog.Band.NEGATIVE;
import static io.aftertouch.feedback.catalog.Band.NEUTRAL;
import static io.aftertouch.feedback.catalog.Band.POSITIVE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ScaleTest {

    private static final Scale NPS = new Scale("NPS", 0, 10, 9, 10, 0, 6, GoodEnd.HIGH);
    private static final Scale EFFORT = new Scale("CES_1", 1, 5, 1, 2, 4, 5, GoodEnd.LOW);

    @Test
    void zeroIsADetractor() {
        assertThat(NPS.scores().stream().map(NPS::bandOf))
                .containsExactly(
                        NEGATIVE, NEGATIVE, NEGATIVE, NEGATIVE, NEGATIVE, NEGATIVE, NEGATIVE, NEUTRAL, NEUTRAL,
                        POSITIVE, POSITIVE);
    }

    @Test
    void muchEffortIsNegative() {
        assertThat(EFFORT.scores().stream().map(EFFORT::bandOf))
                .containsExactly(POSITIVE, POSITIVE, NEUTRAL, NEGATIVE, NEGATIVE);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 11, Integer.MIN_VALUE, Integer.MAX_VALUE})
    void whatIsNotOnTheScaleIsRefusedWithItsRange(int score) {
        assertThatThrownBy(() -> NPS.rate(score))
                .isInstanceOfSatisfying(ScoreOutOfScale.class, problem -> assertThat(problem.errors())
                        .singleElement()
                        .satisfies(error -> assertThat(error.message()).contains("from 0 to 10")));
    }

    @Test
    void aScoreCannotBeGoodAndBadAtOnce() {
        assertThatThrownBy(() -> new Scale("odd", 1, 5, 3, 5, 1, 3, GoodEnd.HIGH))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aScaleHasRoomForMoreThanOneAnswer() {
        assertThatThrownBy(() -> new Scale("odd", 5, 5, 5, 5, 1, 1, GoodEnd.HIGH))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
