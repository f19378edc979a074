package io.aftertouch.survey.respondent;

/** A place where something about respondents is kept. Each feature forgets its own when a respondent is erased. */
public interface PersonalData {

    /**
     * Forgets, within the open transaction: afterwards nothing here tells who it was. Counts may stay. Doing so twice is doing so once.
     *
     * @param person with the addresses, as far as they are known
     */
    void forget(Respondent person);
}
