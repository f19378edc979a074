package io.aftertouch.score.metric;

/** A net score between −1 and 1 with the adjustment of Rocks (2016), and the variance of its estimate. */
record AdjustedNps(double value, double variance) {

    private static final double ADDED_AT_EACH_END = 0.75;
    static final double ADDED = 3;

    static AdjustedNps of(long positive, long neutral, long negative) {
        double n = positive + neutral + negative + ADDED;
        double p = (positive + ADDED_AT_EACH_END) / n;
        double d = (negative + ADDED_AT_EACH_END) / n;
        double net = p - d;
        return new AdjustedNps(net, (p + d - net * net) / n);
    }
}
