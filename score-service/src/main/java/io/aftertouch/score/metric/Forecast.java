package io.aftertouch.score.metric;

import java.util.Optional;

import org.apache.commons.statistics.distribution.ContinuousDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * Where a score will stand when further answers have come in, if people go on answering as they did: the expected score with the
 * interval in which it will lie with 95 %, and the probability that it then reaches a goal. All on the scale on which the score is
 * shown; the probability is 0 to 1.
 *
 * <p>With n answers of sum x so far and m to come, the final score is (x + Y) / (n + m), Y being the sum of those to come. What is
 * known of an answer to come is the posterior predictive distribution given the answers taken as evidence. For net scores and shares
 * that is a Dirichlet-multinomial one, with the same answers added as for their intervals (Rocks for NPS; one hit and one miss for
 * shares): mean m·μ and variance m·σ²·(A + m) / (A + 1), A being the answers of the evidence with those added (Gelman et al.,
 * Bayesian Data Analysis, 3rd ed., appendix A). For means it is Student's t, with variance m·s²·(k + m) / k and k − 1 degrees of
 * freedom for k answers of evidence (ibid., section 3.2). Y is then taken as normal (or t) with a continuity correction of half a step.
 */
public record Forecast(double score, double low, double high, double probability) {

    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);
    private static final double UPPER = 0.975;
    private static final double ROUNDING = 1e-9;

    /** What is known of the sum of answers to come, in units of one answer. */
    private record Predictive(double mean, double error, ContinuousDistribution shape) {}

    /**
     * @param soFar the answers that count already
     * @param evidence the answers from which those to come are foretold
     * @param expected how many are to come
     * @param goal the score that the final one must reach, from below or, where low scores are good, from above
     * @return empty when there is nothing to foretell from
     */
    public static Optional<Forecast> of(Scale scale, Counts soFar, Counts evidence, long expected, double goal) {
        long n = soFar.total() + expected;
        if (n == 0 || expected > 0 && evidence.total() < 2) {
            return Optional.empty();
        }
        Predictive toCome = predictive(scale, evidence, expected);
        double unit = unit(scale);
        double x = sum(scale, soFar);
        double score = unit * (x + toCome.mean()) / n;
        double reach = unit * toCome.shape().inverseCumulativeProbability(UPPER) * toCome.error() / n;
        return Optional.of(new Forecast(
                score,
                Math.max(lowest(scale), score - reach),
                Math.min(highest(scale), score + reach),
                probability(scale, toCome, goal * n / unit - x)));
    }

    /** @param missing what the answers to come must add up to */
    private static double probability(Scale scale, Predictive toCome, double missing) {
        return switch (scale.goodEnd()) {
            case HIGH -> atLeast(toCome, Math.ceil(missing - ROUNDING));
            case LOW -> 1 - atLeast(toCome, Math.floor(missing + ROUNDING) + 1);
        };
    }

    private static double atLeast(Predictive toCome, double sum) {
        double distance = sum - 0.5 - toCome.mean();
        return toCome.error() == 0
                ? distance <= 0 ? 1 : 0
                : toCome.shape().survivalProbability(distance / toCome.error());
    }

    private static Predictive predictive(Scale scale, Counts evidence, long m) {
        if (m == 0) {
            return new Predictive(0, 0, NORMAL);
        }
        long k = evidence.total();
        return switch (scale.metric()) {
            case NPS -> {
                AdjustedNps nps = AdjustedNps.of(
                        evidence.in(scale, Band.POSITIVE),
                        evidence.in(scale, Band.NEUTRAL),
                        evidence.in(scale, Band.NEGATIVE));
                double weight = k + AdjustedNps.ADDED;
                yield bands(nps.value(), nps.variance() * weight, weight, m);
            }
            case CSAT -> {
                double weight = k + 2.0;
                double share = (evidence.in(scale, Band.POSITIVE) + 1) / weight;
                yield bands(share, share * (1 - share), weight, m);
            }
            case CES ->
                new Predictive(
                        m * evidence.mean(), Math.sqrt(m * evidence.variance() * (k + m) / k), TDistribution.of(k - 1));
        };
    }

    private static Predictive bands(double mean, double variance, double weight, long m) {
        return new Predictive(m * mean, Math.sqrt(m * variance * (weight + m) / (weight + 1)), NORMAL);
    }

    /** What one answer changes the score of one answer by. */
    private static double unit(Scale scale) {
        return switch (scale.metric()) {
            case NPS, CSAT -> 100;
            case CES -> 1;
        };
    }

    private static double sum(Scale scale, Counts counts) {
        return switch (scale.metric()) {
            case NPS -> counts.in(scale, Band.POSITIVE) - counts.in(scale, Band.NEGATIVE);
            case CSAT -> counts.in(scale, Band.POSITIVE);
            case CES -> counts.isEmpty() ? 0 : counts.mean() * counts.total();
        };
    }

    private static double lowest(Scale scale) {
        return switch (scale.metric()) {
            case NPS -> -100;
            case CSAT -> 0;
            case CES -> scale.min();
        };
    }

    private static double highest(Scale scale) {
        return switch (scale.metric()) {
            case NPS, CSAT -> 100;
            case CES -> scale.max();
        };
    }
}
