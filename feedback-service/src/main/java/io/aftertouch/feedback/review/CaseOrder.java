package io.aftertouch.feedback.review;

/** In which order cases are listed. */
public enum CaseOrder {
    /** Opened last first. */
    NEWEST,
    /** Due first. */
    DUE
}
