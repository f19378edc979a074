package io.aftertouch.feedback.catalog;

/** What a scale says of a score: promoter, passive and detractor for NPS. */
public enum Band {
    NEGATIVE,
    NEUTRAL,
    POSITIVE
}
