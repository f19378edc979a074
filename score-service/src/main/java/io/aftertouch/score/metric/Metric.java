package io.aftertouch.score.metric;

/** What a survey asks for: recommendation, satisfaction or effort. Scores of different metrics are never compared. */
public enum Metric {
    NPS,
    CSAT,
    CES
}
