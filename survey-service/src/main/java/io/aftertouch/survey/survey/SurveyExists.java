package io.aftertouch.survey.survey;

import io.aftertouch.platform.problem.FieldError;
import io.aftertouch.platform.problem.ProblemException;

final class SurveyExists extends ProblemException {

    SurveyExists(String key) {
        super("survey-exists", "A survey has the key " + key + " already.", new FieldError("key", "is taken"));
    }
}
