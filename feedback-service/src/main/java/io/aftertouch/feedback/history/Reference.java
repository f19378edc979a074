package io.aftertouch.feedback.history;

/** What of the column that says who answered is kept. Names, addresses and numbers of people live in survey-service only. */
enum Reference {
    /** Nothing: the answers belong to nobody. */
    NONE,
    /** The column as it stands: your own reference, such as a customer number. */
    COLUMN,
    /** A keyed hash of it: the same person has the same reference, and nobody can tell who it is. */
    HASH
}
