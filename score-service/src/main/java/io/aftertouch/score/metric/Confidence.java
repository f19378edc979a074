package io.aftertouch.score.metric;

import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;

/** The 95 % intervals of all scores, on the scale on which the score is shown. */
final class Confidence {

    private static final double UPPER = 0.975;
    static final double Z = NormalDistribution.of(0, 1).inverseCumulativeProbability(UPPER);

    private Confidence() {}

    /**
     * Interval of an NPS by the adjusted Wald method: three quarters of a detractor, one and a half passives and three quarters
     * of a promoter are added before computing (Rocks, "Interval Estimation for the 'Net Promoter Score'", The American
     * Statistician 70 (2016)). Clipped to −100 … 100.
     */
    static Interval adjustedWald(long positive, long neutral, long negative) {
        AdjustedNps nps = AdjustedNps.of(positive, neutral, negative);
        double reach = Z * Math.sqrt(nps.variance());
        return new Interval(
                Math.max(-100, 100 * (nps.value() - reach)),
                Math.min(100, 100 * (nps.value() + reach)),
                IntervalMethod.ADJUSTED_WALD);
    }

    /** Wilson's interval of a share, in percent. */
    static Interval wilson(long hits, long n) {
        double share = (double) hits / n;
        double z2 = Z * Z;
        double centre = (share + z2 / (2 * n)) / (1 + z2 / n);
        double reach = Z / (1 + z2 / n) * Math.sqrt(share * (1 - share) / n + z2 / (4.0 * n * n));
        return new Interval(
                Math.max(0, 100 * (centre - reach)), Math.min(100, 100 * (centre + reach)), IntervalMethod.WILSON);
    }

    /** Student's interval of a mean, clipped to the scale. One answer alone says nothing about the others: the whole scale. */
    static Interval student(Counts counts, Scale scale) {
        long n = counts.total();
        if (n < 2) {
            return new Interval(scale.min(), scale.max(), IntervalMethod.STUDENT_T);
        }
        double t = TDistribution.of(n - 1).inverseCumulativeProbability(UPPER);
        double reach = t * Math.sqrt(counts.variance() / n);
        return new Interval(
                Math.max(scale.min(), counts.mean() - reach),
                Math.min(scale.max(), counts.mean() + reach),
                IntervalMethod.STUDENT_T);
    }
}
