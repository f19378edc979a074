package io.aftertouch.score.dashboard;

import io.aftertouch.score.metric.Band;
import io.aftertouch.score.metric.Scale;
import io.aftertouch.score.metric.Score;
import io.aftertouch.score.report.ScoreReport;

/**
 * A score as pages show it: never without its interval and its number of answers. Hidden and empty ones have only their state.
 */
public record Figure(State state, long n, String value, String low, String high, Mark mark, Bands bands) {

    /** What there is to show. */
    public enum State {
        RANKED,
        FEW,
        HIDDEN,
        NONE
    }

    /** The interval and the score on the whole scale, in percent of its length. */
    public record Mark(String low, String high, String value) {}

    /** How the answers fall into bands, as a bar of three parts from the left. */
    public record Bands(
            long negative,
            String negativeShare,
            String negativeWidth,
            String neutralWidth,
            String positiveFrom,
            String positiveWidth) {}

    public static Figure of(ScoreReport.Bucket bucket) {
        return bucket.shown().map(Figure::of).orElseGet(() -> empty(State.HIDDEN));
    }

    private static Figure of(Score score) {
        return score.estimate().map(estimate -> of(score, estimate)).orElseGet(() -> empty(State.NONE));
    }

    private static Figure of(Score score, Score.Estimate estimate) {
        var metric = score.scale().metric();
        var interval = estimate.interval();
        return new Figure(
                score.few() ? State.FEW : State.RANKED,
                score.n(),
                Shown.score(metric, estimate.value()),
                Shown.bare(metric, interval.low()),
                Shown.bare(metric, interval.high()),
                new Mark(
                        place(score.scale(), interval.low()),
                        place(score.scale(), interval.high()),
                        place(score.scale(), estimate.value())),
                bands(score));
    }

    public static Figure empty(State state) {
        return new Figure(state, 0, null, null, null, null, null);
    }

    public boolean shown() {
        return mark != null;
    }

    public boolean few() {
        return state == State.FEW;
    }

    public boolean hidden() {
        return state == State.HIDDEN;
    }

    private static String place(Scale scale, double value) {
        return Shown.width((value - Shown.from(scale)) / (Shown.to(scale) - Shown.from(scale)));
    }

    private static Bands bands(Score score) {
        double n = score.n();
        double negative = score.in(Band.NEGATIVE) / n;
        double neutral = score.in(Band.NEUTRAL) / n;
        double positive = score.in(Band.POSITIVE) / n;
        return new Bands(
                score.in(Band.NEGATIVE),
                Shown.share(score.in(Band.NEGATIVE), score.n()),
                Shown.width(negative),
                Shown.width(neutral),
                Shown.width(negative + neutral),
                Shown.width(positive));
    }
}
