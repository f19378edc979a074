package io.aftertouch.score.metric;

/** How an interval was computed: for NPS, for shares, for means. */
public enum IntervalMethod {
    ADJUSTED_WALD,
    WILSON,
    STUDENT_T
}
