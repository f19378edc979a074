package io.aftertouch.score.metric;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

import io.aftertouch.score.metric.DifferenceInDifferences.Change;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class DifferenceInDifferencesTest {

    /** By hand: 40 → 60 of 100 here, 50 → 55 of 100 there: 20 points less 5 is 15, errors of four shares under a root. */
    @Test
    void whatTheOthersChangedByIsTakenOff() {
        var beyond = DifferenceInDifferences.of(
                Scale.CSAT_5,
                new Change(satisfied(40, 100), satisfied(60, 100)),
                List.of(new Change(satisfied(50, 100), satisfied(55, 100))));

        double error = 100 * Math.sqrt(error(40, 100) + error(60, 100) + error(50, 100) + error(55, 100));
        assertThat(beyond.effect()).isCloseTo(15, within(1e-9));
        assertThat(beyond.others()).isCloseTo(5, within(1e-9));
        assertThat(beyond.low()).isCloseTo(15 - 1.959964 * error, within(1e-4));
        assertThat(beyond.high()).isCloseTo(15 + 1.959964 * error, within(1e-4));
        assertThat(beyond.p()).isBetween(0.12, 0.14);
    }

    @Test
    void everyOtherCountsTheSameHoweverLargeItIs() {
        var beyond = DifferenceInDifferences.of(
                Scale.CSAT_5,
                new Change(satisfied(50, 100), satisfied(50, 100)),
                List.of(
                        new Change(satisfied(500, 1_000), satisfied(600, 1_000)),
                        new Change(satisfied(10, 20), satisfied(10, 20))));

        assertThat(beyond.others()).isCloseTo(5, within(1e-9));
        assertThat(beyond.effect()).isCloseTo(-5, within(1e-9));
    }

    @Test
    void whereAllSayTheSameThereIsNoDoubt() {
        Counts five = Counts.of(0, 0, 0, 0, 0, 10);
        Counts six = Counts.of(0, 0, 0, 0, 0, 0, 10);

        var beyond = DifferenceInDifferences.of(Scale.CES_2, new Change(five, six), List.of(new Change(five, five)));

        assertThat(beyond).isEqualTo(new DifferenceInDifferences(1, 1, 1, 0, 0));
    }

    /** Where nothing but what moved everybody happened, one in twenty is called different, and intervals hold the truth. */
    @Test
    void withoutAnEffectOneInTwentyIsCalledOne() {
        for (Scale scale : new Scale[] {Scale.NPS, Scale.CSAT_5, Scale.CES_2}) {
            SplittableRandom random = new SplittableRandom(7);
            int rounds = 2_000;
            int alarms = 0;
            for (int i = 0; i < rounds; i++) {
                Change changed = drawn(scale, random);
                List<Change> others = IntStream.range(0, 3)
                        .mapToObj(other -> drawn(scale, random))
                        .toList();
                alarms += DifferenceInDifferences.of(scale, changed, others).p() < 0.05 ? 1 : 0;
            }
            assertThat(alarms / (double) rounds).as(scale.key()).isBetween(0.03, 0.07);
        }
    }

    private static Change drawn(Scale scale, SplittableRandom random) {
        return new Change(
                drawn(scale, 0.5, 30 + random.nextInt(90), random),
                drawn(scale, 0.65, 30 + random.nextInt(90), random));
    }

    private static Counts drawn(Scale scale, double good, int n, SplittableRandom random) {
        long[] counts = new long[Scale.HIGHEST + 1];
        int middle = (scale.min() + scale.max() + 1) / 2;
        for (int i = 0; i < n; i++) {
            boolean high = random.nextDouble() < good;
            counts[high ? random.nextInt(middle, scale.max() + 1) : random.nextInt(scale.min(), middle)]++;
        }
        return Counts.of(counts);
    }

    private static Counts satisfied(long hits, long n) {
        return Counts.of(0, n - hits, 0, 0, 0, hits);
    }

    private static double error(double hits, double n) {
        double share = (hits + 1) / (n + 2);
        return share * (1 - share) / (n + 2);
    }
}
