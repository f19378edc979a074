package io.aftertouch.feedback.catalog;

/** What a survey measures. Scores of different metrics are never put together. */
public enum Metric {
    NPS,
    CSAT,
    CES
}
