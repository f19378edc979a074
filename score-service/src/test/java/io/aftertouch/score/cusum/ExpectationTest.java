package io.aftertouch.score.cusum;

import io.aftertouch.score.watch.Share;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ExpectationTest {

    private final Expectation expectation = new Expectation(30, 20, 20, 1.645, 0.05, 0.8);

    @Test
    void theMorePastThereIsTheCloserItIsBelieved() {
        assertThat(expectation.ofPlace(new Share(5, 50))).contains(0.192);
        assertThat(expectation.ofPlace(new Share(100, 1_000))).contains(0.117);
        assertThat(expectation.ofPlace(new Share(10_000, 100_000))).contains(0.102);
    }

    @Test
    void aThinSegmentIsDrawnTowardsItsTouchpoint() {
        Share place = new Share(100, 1_000);
        double alone = expectation.ofPlace(new Share(15, 30)).orElseThrow();
        double drawn = expectation.ofSegment(new Share(15, 30), place).orElseThrow();
        double thick = expectation.ofSegment(new Share(500, 1_000), place).orElseThrow();

        assertThat(drawn).isBetween(0.40, 0.50).isLessThan(alone);
        assertThat(thick).isBetween(0.49, 0.53);
    }

    @Test
    void tooLittlePastSaysNothing() {
        assertThat(expectation.ofPlace(new Share(3, 29))).isEmpty();
        assertThat(expectation.ofSegment(new Share(3, 19), new Share(100, 1_000)))
                .isEmpty();
        assertThat(expectation.ofSegment(new Share(3, 25), new Share(3, 29))).isEmpty();
    }

    @Test
    void neitherHardlyAnyNorAllAreExpected() {
        assertThat(expectation.ofPlace(new Share(0, 10_000))).contains(0.05);
        assertThat(expectation.ofPlace(new Share(99, 100))).contains(0.8);
    }
}
