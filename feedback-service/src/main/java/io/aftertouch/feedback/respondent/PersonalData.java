package io.aftertouch.feedback.respondent;

/** A place where something about respondents is kept. Each feature forgets its own when a respondent is erased. */
public interface PersonalData {

    /**
     * Forgets a little of it, within the open transaction: what is forgotten no longer tells who it was. Counts may stay. Doing so twice is doing
     * so once.
     *
     * @return whether there may be more
     */
    boolean forgetSome(String ref);
}
