package io.aftertouch.feedback.review;

/** Why an answer is in the inbox. */
public enum FlagReason {
    /** The score is in the negative band of its scale. */
    LOW_SCORE,
    /** The score is not negative, but the comment holds a word that the team wants to hear of. */
    ALARMING_COMMENT
}
