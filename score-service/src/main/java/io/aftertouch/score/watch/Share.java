package io.aftertouch.score.watch;

import io.aftertouch.score.metric.Band;
import io.aftertouch.score.metric.Counts;
import io.aftertouch.score.metric.Scale;

/** How many of some answers are negative. */
public record Share(long negative, long n) {

    public static final Share NONE = new Share(0, 0);

    public static Share of(Scale scale, Counts counts) {
        return new Share(counts.in(scale, Band.NEGATIVE), counts.total());
    }

    public double value() {
        return (double) negative / n;
    }

    public Share plus(Share other) {
        return new Share(negative + other.negative, n + other.n);
    }

    public Share minus(Share other) {
        return new Share(negative - other.negative, n - other.n);
    }
}
