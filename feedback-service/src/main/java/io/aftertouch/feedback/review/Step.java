package io.aftertouch.feedback.review;

/** What can happen to a case. */
public enum Step {
    OPENED,
    TAKEN,
    RELEASED,
    NOTED,
    CONTACTED,
    ASSIGNED,
    WAITING,
    SNOOZED,
    WOKEN,
    SPAM,
    RESOLVED,
    REOPENED,
    UNDONE,
    /** The customer changed the answer. */
    ANSWER_CHANGED,
    /** The customer withdrew the answer. */
    ANSWER_WITHDRAWN
}
