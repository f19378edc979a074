package io.aftertouch.score.cusum;

import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class StepsTest {

    @Test
    void fromTenToTwentyPercentASeventhIsLetPass() {
        Steps steps = Steps.between(0.10, 0.20);

        assertThat(steps).isEqualTo(new Steps(6, 1));
        assertThat(steps.reference()).isCloseTo(0.1452, within(0.003));
    }

    /** Limit 5 at m = 7: 1,690 answers in control, 73 until the alarm at .20. */
    @Test
    void theRunLengthsOfTheLiteratureComeOut() {
        Steps steps = new Steps(6, 1);

        assertThat(steps.answersUntil(5 * 7, 0.10)).isCloseTo(1_690, within(0.5));
        assertThat(steps.answersUntil(5 * 7, 0.20)).isCloseTo(73, within(0.5));
    }

    @ParameterizedTest
    @CsvSource({"0.1, 30, 6, 1", "0.3, 9, 1, 1", "0.45, 11, 1, 2"})
    void theRunLengthIsWhatChanceGives(double share, int limit, int up, int down) {
        Steps steps = new Steps(up, down);
        Random random = new Random(5);
        int runs = 3_000;
        long answers = 0;
        for (int run = 0; run < runs; run++) {
            int level = 0;
            while (level < limit) {
                level = random.nextDouble() < share ? level + up : Math.max(0, level - down);
                answers++;
            }
        }

        double exact = steps.answersUntil(limit, share);
        assertThat((double) answers / runs).isCloseTo(exact, within(4 * exact / Math.sqrt(runs)));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.02, 0.05, 0.1, 0.2, 0.25, 0.3, 0.34, 0.4, 0.45, 0.5, 0.6, 0.7, 0.8})
    void everyShareHasTheLowestLimitThatIsQuietEnough(double expected) {
        Gauge gauge = Gauge.of(expected, 20_000);

        assertThat(gauge.steps().reference()).isBetween(gauge.expected(), gauge.alarming());
        assertThat(gauge.quiet()).isGreaterThanOrEqualTo(20_000);
        assertThat(gauge.steps().answersUntil(gauge.limit() - 1, expected)).isLessThan(20_000);
        assertThat(gauge.delay()).isBetween(1.0, 1_000.0);
        assertThat(gauge.calmQuiet()).isGreaterThan(3 * gauge.calmDelay());
    }

    @Test
    void runLengthsAreAskedForInRoundNumbers() {
        assertThat(Gauges.roundedUp(5_000)).isEqualTo(5_000);
        assertThat(Gauges.roundedUp(5_001)).isEqualTo(10_000);
        assertThat(Gauges.roundedUp(120_000)).isEqualTo(200_000);
        assertThat(Gauges.roundedUp(1)).isEqualTo(1);
    }
}
