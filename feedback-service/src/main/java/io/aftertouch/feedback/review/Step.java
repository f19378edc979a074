package io.aftertouch.feedback.review;

/** What can happen to a case. */
public enum Step {
    OPENED,
    TAKEN,
    RELEASED,
    NOTED,
    CONTACTED,
    /** Somebody wrote to the customer. */
    REPLIED,
    /** What was written is with the customer's mail server. */
    REPLY_SENT,
    /** What was written does not reach the customer. */
    REPLY_FAILED,
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
