package io.aftertouch.score.metric;

import java.util.Optional;

/**
 * What the answers given on one scale add up to, never stored: NPS is the share of promoters less that of detractors (−100 to
 * 100), CSAT the share of positive answers in percent, CES the mean. No answers give no score at all, never 0. Nothing here is
 * rounded.
 */
public record Score(Scale scale, Counts counts) {

    /** Fewer answers than this are never shown, since they would point at persons. */
    public static final int SHOWN_FROM = 5;

    /** Fewer answers than this are shown as few, and never ranked. */
    public static final int RANKED_FROM = 30;

    /** The number itself with its interval, and the mean of all scores beside it. */
    public record Estimate(double value, Interval interval, double mean) {}

    public static Score of(Scale scale, Counts counts) {
        return new Score(scale, counts);
    }

    /** Computed when asked for, which a table of shares never does. */
    public Optional<Estimate> estimate() {
        return counts.isEmpty() ? Optional.empty() : Optional.of(estimate(scale, counts));
    }

    private static Estimate estimate(Scale scale, Counts counts) {
        long n = counts.total();
        long positive = counts.in(scale, Band.POSITIVE);
        long negative = counts.in(scale, Band.NEGATIVE);
        return switch (scale.metric()) {
            case NPS ->
                new Estimate(
                        100.0 * (positive - negative) / n,
                        Confidence.adjustedWald(positive, n - positive - negative, negative),
                        counts.mean());
            case CSAT -> new Estimate(100.0 * positive / n, Confidence.wilson(positive, n), counts.mean());
            case CES -> new Estimate(counts.mean(), Confidence.student(counts, scale), counts.mean());
        };
    }

    public long n() {
        return counts.total();
    }

    public long in(Band band) {
        return counts.in(scale, band);
    }

    /** Whether there are too few answers to rank this score among others. */
    public boolean few() {
        return n() < RANKED_FROM;
    }
}
