package io.aftertouch.score.metric;

import java.util.List;

import org.apache.commons.statistics.distribution.ContinuousDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * How much more one group of answers changed between two times than others did, with the 95 % interval and the two-sided p value of
 * it having changed no differently (Angrist and Pischke, Mostly Harmless Econometrics, section 5.2). What the others changed by is
 * the plain mean of their changes, each counting the same, so that no large one decides. The errors of all scores are those of
 * {@link Comparison}; for means the degrees of freedom are Welch's and Satterthwaite's.
 *
 * @param others what the others changed by on average
 */
public record DifferenceInDifferences(double effect, double low, double high, double p, double others) {

    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);
    private static final double UPPER = 0.975;

    /** The answers of one group at both times. */
    public record Change(Counts before, Counts after) {}

    /** The squared error of one score, and the freedom with which it was estimated. */
    private record Error(double variance, double freedom) {}

    /**
     * All on one scale, every time of every group with at least two answers.
     *
     * @param others at least one
     */
    public static DifferenceInDifferences of(Scale scale, Change changed, List<Change> others) {
        double mean = others.stream()
                .mapToDouble(other -> effect(scale, other))
                .average()
                .orElseThrow();
        double effect = effect(scale, changed) - mean;
        double weight = 1.0 / (others.size() * (double) others.size());
        double variance = 0;
        double satterthwaite = 0;
        for (Error error : errors(scale, changed)) {
            variance += error.variance();
            satterthwaite += error.variance() * error.variance() / error.freedom();
        }
        for (Change other : others) {
            for (Error error : errors(scale, other)) {
                double part = weight * error.variance();
                variance += part;
                satterthwaite += part * part / error.freedom();
            }
        }
        if (variance == 0) {
            return new DifferenceInDifferences(effect, effect, effect, effect == 0 ? 1 : 0, mean);
        }
        ContinuousDistribution shape =
                switch (scale.metric()) {
                    case NPS, CSAT -> NORMAL;
                    case CES -> TDistribution.of(variance * variance / satterthwaite);
                };
        double error = Math.sqrt(variance);
        double reach = shape.inverseCumulativeProbability(UPPER) * error;
        return new DifferenceInDifferences(
                effect, effect - reach, effect + reach, 2 * shape.survivalProbability(Math.abs(effect) / error), mean);
    }

    private static double effect(Scale scale, Change change) {
        return Comparison.ofScores(scale, change.after(), change.before()).effect();
    }

    private static List<Error> errors(Scale scale, Change change) {
        return List.of(error(scale, change.before()), error(scale, change.after()));
    }

    private static Error error(Scale scale, Counts counts) {
        long n = counts.total();
        double variance =
                switch (scale.metric()) {
                    case NPS ->
                        100
                                * 100
                                * AdjustedNps.of(
                                                counts.in(scale, Band.POSITIVE),
                                                counts.in(scale, Band.NEUTRAL),
                                                counts.in(scale, Band.NEGATIVE))
                                        .variance();
                    case CSAT -> {
                        double share = (counts.in(scale, Band.POSITIVE) + 1.0) / (n + 2);
                        yield 100 * 100 * share * (1 - share) / (n + 2);
                    }
                    case CES -> counts.variance() / n;
                };
        return new Error(variance, n - 1.0);
    }
}
