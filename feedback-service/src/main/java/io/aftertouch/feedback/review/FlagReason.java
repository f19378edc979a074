package io.aftertouch.feedback.review;

/** Why an answer is in the inbox; the first one that holds is the reason, the others are beside it. */
public enum FlagReason {
    /** The score is in the negative band of its scale. */
    LOW_SCORE,
    /** The comment holds a word that the team wants to hear of. */
    ALARMING_COMMENT,
    /** The score is negative, and not for the first time with this respondent. */
    REPEATED_NEGATIVE
}
