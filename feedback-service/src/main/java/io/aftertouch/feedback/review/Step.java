package io.aftertouch.feedback.review;

import java.util.EnumSet;
import java.util.Set;

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
    ANSWER_WITHDRAWN,
    /** The respondent was forgotten, and with them the words of everybody about the answer. */
    ANSWER_ERASED;

    /** What stands in their text is said by the suite, or is a name of a colleague. The cause behind a resolution goes too. */
    static final Set<Step> WITH_PLAIN_TEXT =
            EnumSet.of(OPENED, ASSIGNED, SNOOZED, RESOLVED, UNDONE, ANSWER_CHANGED, REPLY_FAILED);
}
