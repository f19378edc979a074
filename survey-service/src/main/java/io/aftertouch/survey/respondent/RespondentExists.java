package io.aftertouch.survey.respondent;

import io.aftertouch.platform.problem.FieldError;
import io.aftertouch.platform.problem.ProblemException;

final class RespondentExists extends ProblemException {

    RespondentExists() {
        super(
                "respondent-exists",
                "There is a respondent with this reference already.",
                new FieldError("ref", "is taken"));
    }
}
