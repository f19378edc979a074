package io.aftertouch.survey.survey;

/** What a scale says of a score. */
public enum Band {
    NEGATIVE,
    NEUTRAL,
    POSITIVE
}
