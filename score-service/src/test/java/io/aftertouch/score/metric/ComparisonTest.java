package io.aftertouch.score.metric;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class ComparisonTest {

    /** 25 of 33 against 6 of 38: the hot spot that the pages were drawn with. */
    @Test
    void sharesDifferByPointsWithAnInterval() {
        var comparison = Comparison.ofShares(25, 33, 6, 38);

        assertThat(comparison.effect()).isCloseTo(59.97, within(0.01));
        assertThat(comparison.low()).isCloseTo(38.13, within(0.01));
        assertThat(comparison.high()).isCloseTo(75.44, within(0.01));
        assertThat(comparison.p()).isLessThan(0.001);
        assertThat(comparison.method()).isEqualTo(ComparisonMethod.TWO_PROPORTION_Z);
    }

    /** 30 of 100 against 20 of 100: z = 1.6330, p = 0.1025. */
    @Test
    void theTwoProportionTestPoolsBothGroups() {
        assertThat(Comparison.ofShares(30, 100, 20, 100).p()).isCloseTo(0.1025, within(0.0001));
    }

    /** Fisher's tea tasting: 3 of 4 against 1 of 4, two-sided 0.4857. */
    @Test
    void fewExpectedAnswersAreTestedExactly() {
        var comparison = Comparison.ofShares(3, 4, 1, 4);

        assertThat(comparison.method()).isEqualTo(ComparisonMethod.FISHER_EXACT);
        assertThat(comparison.p()).isCloseTo(0.4857, within(0.0001));
    }

    @Test
    void noHitsAnywhereAreNoDifference() {
        assertThat(Comparison.ofShares(0, 12, 0, 40).p()).isEqualTo(1);
        assertThat(Comparison.ofShares(12, 12, 40, 40).p()).isEqualTo(1);
    }

    /**
     * 32/13/6 against 17/33/50: 50.98 and −33 are shown, 83.98 apart. On adjusted counts it is 0.4815 + 0.3204 over √(0.009253 + 0.005461).
     */
    @Test
    void netScoresAreComparedOnAdjustedCounts() {
        var comparison = Comparison.ofScores(Scale.NPS, nps(32, 13, 6), nps(17, 33, 50));

        assertThat(comparison.method()).isEqualTo(ComparisonMethod.Z_ADJUSTED);
        assertThat(comparison.effect()).isCloseTo(83.98, within(0.01));
        assertThat((comparison.high() + comparison.low()) / 2).isCloseTo(80.19, within(0.01));
        assertThat((comparison.high() - comparison.low()) / 2).isCloseTo(23.77, within(0.01));
        assertThat(comparison.p()).isLessThan(1e-9);
    }

    /** Two groups that agree among themselves lie further apart than their adjusted counts: 200 points, and the interval reaches them. */
    @Test
    void theIntervalHoldsTheEffect() {
        var comparison = Comparison.ofScores(Scale.NPS, nps(100, 0, 0), nps(0, 0, 100));

        assertThat(comparison.effect()).isEqualTo(200);
        assertThat(comparison.high()).isEqualTo(200);
        assertThat(comparison.low()).isCloseTo(188.5, within(0.1));
    }

    /** The two sides change places: the effect changes its sign, and nothing else. */
    @Test
    void theSecondLiesAsFarBelowTheFirst() {
        for (Scale scale : List.of(Scale.NPS, Scale.CSAT_5, Scale.CES_1)) {
            Counts one = Counts.of(0, 4, 9, 2, 6, 11);
            Counts other = Counts.of(0, 8, 3, 7, 9, 2);
            var there = Comparison.ofScores(scale, one, other);
            var back = Comparison.ofScores(scale, other, one);

            assertThat(back.effect()).isCloseTo(-there.effect(), within(1e-9));
            assertThat(back.low()).isCloseTo(-there.high(), within(1e-9));
            assertThat(back.p()).isCloseTo(there.p(), within(1e-12));
            assertThat(back.method()).isEqualTo(there.method());
        }
    }

    private static Counts nps(long promoters, long passives, long detractors) {
        return Counts.of(0, 0, 0, detractors, 0, 0, 0, passives, 0, promoters);
    }

    /** 5,6,7,6,5 against 3,4,2,4,3 (means 5.8 and 3.2, both variances 0.7): t = 4.9136, 8 degrees of freedom, p = 0.00117. */
    @Test
    void meansAreComparedByWelch() {
        var comparison =
                Comparison.ofScores(Scale.CES_2, Counts.of(0, 0, 0, 0, 0, 2, 2, 1), Counts.of(0, 0, 1, 2, 2, 0, 0, 0));

        assertThat(comparison.method()).isEqualTo(ComparisonMethod.WELCH_T);
        assertThat(comparison.effect()).isCloseTo(2.6, within(1e-9));
        assertThat(comparison.p()).isCloseTo(0.00117, within(0.00002));
        assertThat(comparison.low()).isCloseTo(1.3798, within(0.001));
        assertThat(comparison.high()).isCloseTo(3.8202, within(0.001));
    }

    @Test
    void oneAnswerProvesNothingAboutAMean() {
        assertThat(Comparison.ofScores(Scale.CES_2, Counts.ofOne(1), Counts.of(0, 0, 0, 0, 0, 0, 0, 9))
                        .p())
                .isEqualTo(1);
    }

    /** The fifteen p values of Benjamini and Hochberg's own example: four are believed at q = 0.05. */
    @Test
    void ofManyTestsOnlyTheConvincingOnesAreBelieved() {
        List<Double> ps = List.of(
                0.7590, 0.0001, 0.0095, 0.0278, 0.0004, 0.0201, 0.0019, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262, 0.5719,
                0.6528, 1.0000);

        assertThat(FalseDiscovery.threshold(ps, 0.05)).isEqualTo(0.0095);
        assertThat(FalseDiscovery.threshold(List.of(0.5, 0.2), 0.05)).isNegative();
        assertThat(FalseDiscovery.threshold(List.of(), 0.05)).isNegative();
    }
}
