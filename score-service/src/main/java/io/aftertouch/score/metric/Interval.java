package io.aftertouch.score.metric;

/** Where the true value lies with a confidence of 95 %, and how that was computed. */
public record Interval(double low, double high, Method method) {

    /** How an interval was computed: for NPS, for shares, for means. */
    public enum Method {
        ADJUSTED_WALD,
        WILSON,
        STUDENT_T
    }

    public static Interval ofShare(long hits, long n) {
        return Confidence.wilson(hits, n);
    }
}
