package io.aftertouch.survey.judging;

/** What became of one rule for one event. */
public enum Outcome {
    INVITED,
    DEFERRED,
    NOT_INVITED
}
