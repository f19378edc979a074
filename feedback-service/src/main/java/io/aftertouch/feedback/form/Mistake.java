package io.aftertouch.feedback.form;

/** Why a sent form was not stored. */
enum Mistake {
    NO_SCORE,
    COMMENT_TOO_LONG,
    COMMENT_NOT_STORABLE,
    /** The form was open for too long, or is none of ours. */
    STALE,
    /** Not the customer's: too many answers come from the same address. */
    TOO_FAST,
    /** Not the customer's: the answer cannot be taken right now. */
    BUSY
}
