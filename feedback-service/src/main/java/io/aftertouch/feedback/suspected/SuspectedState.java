package io.aftertouch.feedback.suspected;

/** What has become of a suspected answer. */
public enum SuspectedState {
    /** Nobody has said yet whether it is an answer; it does not count. */
    WAITING,
    /** The respondent or a colleague said that it is one; it counts. */
    CONFIRMED,
    /** A colleague said that it is none; it does not count. */
    DISCARDED,
    /** The respondent sent another answer, which counts instead. */
    SUPERSEDED
}
