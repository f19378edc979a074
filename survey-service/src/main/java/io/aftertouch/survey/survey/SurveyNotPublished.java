package io.aftertouch.survey.survey;

import io.aftertouch.platform.problem.ProblemException;

final class SurveyNotPublished extends ProblemException {

    SurveyNotPublished(String survey) {
        super("survey-not-published", "The survey " + survey + " has never been published.");
    }
}
