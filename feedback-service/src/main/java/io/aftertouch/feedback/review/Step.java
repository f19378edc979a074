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
    UNDONE
}
