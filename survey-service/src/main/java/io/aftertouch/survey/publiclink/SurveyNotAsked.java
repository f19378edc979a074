package io.aftertouch.survey.publiclink;

import io.aftertouch.platform.problem.FieldError;
import io.aftertouch.platform.problem.ProblemException;

final class SurveyNotAsked extends ProblemException {

    SurveyNotAsked(String survey) {
        super(
                "survey-not-asked",
                "The survey " + survey + " is a draft or was retired.",
                new FieldError("survey", "is not published"));
    }
}
