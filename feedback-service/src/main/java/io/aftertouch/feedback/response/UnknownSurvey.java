package io.aftertouch.feedback.response;

import io.aftertouch.platform.problem.ProblemException;

/** No survey of this key is published, as far as this service has heard. */
final class UnknownSurvey extends ProblemException {

    UnknownSurvey(String survey) {
        super("unknown-survey", "No survey " + survey + " is published.");
    }
}
