package io.aftertouch.score.metric;

import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class ForecastTest {

    @Test
    void whenNothingMoreComesTheScoreIsWhatItIs() {
        Counts counts = Counts.of(0, 0, 0, 0, 0, 0, 10, 0, 10, 0, 30);

        var met = Forecast.of(Scale.NPS, counts, counts, 0, 40).orElseThrow();
        var missed = Forecast.of(Scale.NPS, counts, counts, 0, 40.1).orElseThrow();

        assertThat(met).isEqualTo(new Forecast(40, 40, 40, 1));
        assertThat(missed.probability()).isZero();
    }

    @Test
    void nobodyHasAnsweredSoNothingIsForetold() {
        assertThat(Forecast.of(Scale.NPS, Counts.NONE, Counts.NONE, 0, 40)).isEmpty();
        assertThat(Forecast.of(Scale.CES_2, Counts.NONE, Counts.ofOne(4), 10, 5))
                .isEmpty();
    }

    /** By hand: 12 of 20 are satisfied, 20 more to come, goal 60 %: 24 needed of 40, so 12 of the 20 to come. */
    @Test
    void aShareFollowsTheBetaBinomial() {
        Counts counts = Counts.of(0, 8, 0, 0, 0, 12);

        Forecast forecast = Forecast.of(Scale.CSAT_5, counts, counts, 20, 60).orElseThrow();

        double mu = 13.0 / 22;
        double error = Math.sqrt(20 * mu * (1 - mu) * 42 / 23);
        assertThat(forecast.score()).isCloseTo(100 * (12 + 20 * mu) / 40, within(1e-9));
        assertThat(forecast.high() - forecast.score()).isCloseTo(100 * 1.959964 * error / 40, within(1e-4));
        assertThat(forecast.probability()).isCloseTo(betaBinomialAtLeast(12, 20, 13, 9), within(0.01));
    }

    /** The exact probability that at least so many of n are hits, after a − 1 hits and b − 1 misses. */
    private static double betaBinomialAtLeast(int least, int n, int a, int b) {
        double sum = 0;
        for (int k = least; k <= n; k++) {
            double log = logChoose(n, k) + logBeta(k + a, n - k + b) - logBeta(a, b);
            sum += Math.exp(log);
        }
        return sum;
    }

    private static double logChoose(int n, int k) {
        return logFactorial(n) - logFactorial(k) - logFactorial(n - k);
    }

    private static double logBeta(int a, int b) {
        return logFactorial(a - 1) + logFactorial(b - 1) - logFactorial(a + b - 1);
    }

    private static double logFactorial(int n) {
        double sum = 0;
        for (int i = 2; i <= n; i++) {
            sum += Math.log(i);
        }
        return sum;
    }

    @Test
    void whereLowScoresAreGoodTheTargetIsMetFromAbove() {
        Counts counts = Counts.of(0, 30, 20, 10, 0, 0);

        double easy =
                Forecast.of(Scale.CES_1, counts, counts, 60, 2.5).orElseThrow().probability();
        double hard =
                Forecast.of(Scale.CES_1, counts, counts, 60, 1.2).orElseThrow().probability();

        assertThat(easy).isGreaterThan(0.99);
        assertThat(hard).isLessThan(0.01);
    }

    /**
     * Many companies with a true score each, a target each and half of their answers in: of those that are told 70 %, about 70 %
     * meet it, and nineteen in twenty end within the interval.
     */
    @Test
    void whatIsCalledLikelyHappensAsOften() {
        for (Scale scale : new Scale[] {Scale.NPS, Scale.CSAT_5, Scale.CES_2}) {
            SplittableRandom random = new SplittableRandom(20261122);
            double told = 0;
            int met = 0;
            int toldHigh = 0;
            int metHigh = 0;
            int inside = 0;
            int companies = 4_000;
            for (int i = 0; i < companies; i++) {
                double[] truth = truth(scale, random);
                Counts half = answers(scale, truth, 30 + random.nextInt(60), random);
                int more = 30 + random.nextInt(60);
                double goal = Score.of(scale, half).estimate().orElseThrow().value() + offset(scale, random);
                Forecast forecast = Forecast.of(scale, half, half, more, goal).orElseThrow();
                double end = Score.of(scale, half.plus(answers(scale, truth, more, random)))
                        .estimate()
                        .orElseThrow()
                        .value();
                boolean isMet = end >= goal - 1e-9;
                told += forecast.probability();
                met += isMet ? 1 : 0;
                inside += forecast.low() <= end && end <= forecast.high() ? 1 : 0;
                if (forecast.probability() >= 0.6 && forecast.probability() < 0.8) {
                    toldHigh++;
                    metHigh += isMet ? 1 : 0;
                }
            }
            assertThat(met / (double) companies).as(scale.key()).isCloseTo(told / companies, within(0.02));
            assertThat(toldHigh).isGreaterThan(300);
            assertThat(metHigh / (double) toldHigh).as(scale.key()).isCloseTo(0.7, within(0.07));
            assertThat(inside / (double) companies).as(scale.key()).isBetween(0.93, 0.975);
        }
    }

    private static double offset(Scale scale, SplittableRandom random) {
        double spread =
                switch (scale.metric()) {
                    case NPS -> 12;
                    case CSAT -> 8;
                    case CES -> 0.25;
                };
        return (random.nextDouble() * 2 - 1) * spread;
    }

    /** How often each score is given: drawn anew for every company. */
    private static double[] truth(Scale scale, SplittableRandom random) {
        double[] weights = new double[scale.max() + 1];
        double sum = 0;
        for (int score = scale.min(); score <= scale.max(); score++) {
            weights[score] = -Math.log(1 - random.nextDouble()) * (scale.band(score) == Band.POSITIVE ? 2 : 1);
            sum += weights[score];
        }
        for (int score = scale.min(); score <= scale.max(); score++) {
            weights[score] /= sum;
        }
        return weights;
    }

    private static Counts answers(Scale scale, double[] truth, int n, SplittableRandom random) {
        long[] counts = new long[Scale.HIGHEST + 1];
        for (int i = 0; i < n; i++) {
            double left = random.nextDouble();
            int score = scale.min();
            while (score < scale.max() && left >= truth[score]) {
                left -= truth[score++];
            }
            counts[score]++;
        }
        return Counts.of(counts);
    }
}
