package io.aftertouch.survey.survey;

import io.aftertouch.platform.problem.FieldError;
import io.aftertouch.platform.problem.ProblemException;

/** A request names a survey that there is not. */
public final class UnknownSurvey extends ProblemException {

    public UnknownSurvey(String key) {
        super(
                "unknown-survey",
                "No survey has the key " + key + ".",
                new FieldError("survey", "is not the key of a survey"));
    }
}
