package io.aftertouch.feedback.form;

/** Why a sent form was not stored. */
enum Mistake {
    NO_SCORE,
    COMMENT_TOO_LONG,
    COMMENT_NOT_STORABLE,
    /** Not the customer's: the answer cannot be taken right now. */
    BUSY
}
