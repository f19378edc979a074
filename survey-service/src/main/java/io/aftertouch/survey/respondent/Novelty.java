package io.aftertouch.survey.respondent;

/** What it changes to hear something about a person. */
public enum Novelty {
    /** Nobody was known under the reference. */
    NEW,
    /** Something is known otherwise from then on. */
    CHANGED,
    /** All of it was known. */
    KNOWN
}
