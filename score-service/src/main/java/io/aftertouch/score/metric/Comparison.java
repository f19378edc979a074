package io.aftertouch.score.metric;

import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;
import org.apache.commons.statistics.inference.FisherExactTest;

/**
 * How far the first of two groups of answers lies above the second, with the 95 % interval of that difference and the two-sided
 * p value of there being none. NPS and shares differ in points, means in units of the scale.
 */
public record Comparison(double effect, double low, double high, double p, ComparisonMethod method) {

    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    /** A two-proportion test gives way to Fisher's exact one when a cell of the table expects fewer answers than this. */
    private static final double EXPECTED_AT_LEAST = 5;

    /** Two groups on one scale, by the test that fits its score: of the net score, of the share positive, of the mean. */
    public static Comparison ofScores(Scale scale, Counts first, Counts second) {
        return switch (scale.metric()) {
            case NPS -> ofNps(scale, first, second);
            case CSAT ->
                ofShares(
                        first.in(scale, Band.POSITIVE), first.total(), second.in(scale, Band.POSITIVE), second.total());
            case CES -> ofMeans(first, second);
        };
    }

    /**
     * Test and interval are those of the adjusted counts, which pull towards zero; the effect is the difference of the scores as they are shown. The
     * interval is widened to hold it where hardly any answer differs within a group.
     */
    private static Comparison ofNps(Scale scale, Counts first, Counts second) {
        AdjustedNps a = adjusted(scale, first);
        AdjustedNps b = adjusted(scale, second);
        double difference = a.value() - b.value();
        double error = Math.sqrt(a.variance() + b.variance());
        double effect = net(scale, first) - net(scale, second);
        return new Comparison(
                100 * effect,
                100 * Math.max(-2, Math.min(effect, difference - Confidence.Z * error)),
                100 * Math.min(2, Math.max(effect, difference + Confidence.Z * error)),
                twoSided(difference / error),
                ComparisonMethod.Z_ADJUSTED);
    }

    private static double net(Scale scale, Counts counts) {
        return (double) (counts.in(scale, Band.POSITIVE) - counts.in(scale, Band.NEGATIVE)) / counts.total();
    }

    private static AdjustedNps adjusted(Scale scale, Counts counts) {
        return AdjustedNps.of(
                counts.in(scale, Band.POSITIVE), counts.in(scale, Band.NEUTRAL), counts.in(scale, Band.NEGATIVE));
    }

    /**
     * Two shares, hits out of n each, in points of a percent. The interval is that of Agresti and Caffo (The American
     * Statistician 54 (2000)): one hit and one miss are added to both groups. Both groups need at least one answer, and have at most a billion.
     */
    public static Comparison ofShares(long hits1, long n1, long hits2, long n2) {
        double pooled = (double) (hits1 + hits2) / (n1 + n2);
        double smallestExpected = Math.min(n1, n2) * Math.min(pooled, 1 - pooled);
        boolean exact = smallestExpected < EXPECTED_AT_LEAST;
        double difference = (double) hits1 / n1 - (double) hits2 / n2;
        double p = exact
                ? fisher(hits1, n1, hits2, n2)
                : twoSided(difference / Math.sqrt(pooled * (1 - pooled) * (1.0 / n1 + 1.0 / n2)));
        double a = (hits1 + 1.0) / (n1 + 2);
        double b = (hits2 + 1.0) / (n2 + 2);
        double reach = Confidence.Z * Math.sqrt(a * (1 - a) / (n1 + 2) + b * (1 - b) / (n2 + 2));
        return new Comparison(
                100 * difference,
                100 * Math.max(-1, a - b - reach),
                100 * Math.min(1, a - b + reach),
                p,
                exact ? ComparisonMethod.FISHER_EXACT : ComparisonMethod.TWO_PROPORTION_Z);
    }

    private static double fisher(long hits1, long n1, long hits2, long n2) {
        if (hits1 + hits2 == 0 || hits1 + hits2 == n1 + n2) {
            return 1;
        }
        int[][] table = {
            {Math.toIntExact(hits1), Math.toIntExact(n1 - hits1)}, {Math.toIntExact(hits2), Math.toIntExact(n2 - hits2)}
        };
        return FisherExactTest.withDefaults().test(table).getPValue();
    }

    private static Comparison ofMeans(Counts first, Counts second) {
        double difference = first.mean() - second.mean();
        double error1 = first.variance() / first.total();
        double error2 = second.variance() / second.total();
        double error = Math.sqrt(error1 + error2);
        if (first.total() < 2 || second.total() < 2) {
            return new Comparison(
                    difference, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, 1, ComparisonMethod.WELCH_T);
        }
        if (error == 0) {
            return new Comparison(
                    difference, difference, difference, difference == 0 ? 1 : 0, ComparisonMethod.WELCH_T);
        }
        double freedom = (error1 + error2)
                * (error1 + error2)
                / (error1 * error1 / (first.total() - 1) + error2 * error2 / (second.total() - 1));
        double reach = TDistribution.of(freedom).inverseCumulativeProbability(0.975) * error;
        double p = 2 * TDistribution.of(freedom).survivalProbability(Math.abs(difference / error));
        return new Comparison(difference, difference - reach, difference + reach, p, ComparisonMethod.WELCH_T);
    }

    private static double twoSided(double z) {
        return 2 * NORMAL.survivalProbability(Math.abs(z));
    }
}
