package io.aftertouch.survey.survey;

import io.aftertouch.platform.problem.FieldError;
import io.aftertouch.platform.problem.ProblemException;

final class InvalidScale extends ProblemException {

    InvalidScale(String flaw) {
        super("invalid-scale", flaw, new FieldError("scale", "does not fit"));
    }
}
