package io.aftertouch.score.metric;

/** Which test gave a p value. */
public enum ComparisonMethod {
    Z_ADJUSTED,
    TWO_PROPORTION_Z,
    FISHER_EXACT,
    WELCH_T
}
