package io.aftertouch.survey.brand;

import io.aftertouch.platform.problem.FieldError;
import io.aftertouch.platform.problem.ProblemException;

/** What was uploaded cannot be the logo. */
final class InvalidLogo extends ProblemException {

    InvalidLogo(String what) {
        super("invalid-logo", "The file " + what + ".", new FieldError("logo", what));
    }
}
