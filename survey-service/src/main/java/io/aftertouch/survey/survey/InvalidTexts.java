package io.aftertouch.survey.survey;

import java.util.List;

import io.aftertouch.platform.problem.FieldError;
import io.aftertouch.platform.problem.ProblemException;

/** A survey's own texts do not fit its scale, or want something filled in that there is not. */
final class InvalidTexts extends ProblemException {

    InvalidTexts(List<FieldError> errors) {
        super("invalid-texts", "Not all texts fit the survey.", errors.toArray(FieldError[]::new));
    }
}
