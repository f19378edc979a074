package io.aftertouch.survey.survey;

/** The life of a survey: DRAFT → PUBLISHED → RETIRED. */
public enum SurveyState {
    /** Nobody can be asked yet. */
    DRAFT,
    /** Rules ask with the latest published version. */
    PUBLISHED,
    /** Nobody is asked any more; answers to what was sent still count. */
    RETIRED
}
