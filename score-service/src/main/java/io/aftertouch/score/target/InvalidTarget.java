package io.aftertouch.score.target;

import java.util.List;

import io.aftertouch.platform.problem.FieldError;
import io.aftertouch.platform.problem.ProblemException;

/** A target that could never be judged. */
final class InvalidTarget extends ProblemException {

    InvalidTarget(List<FieldError> errors) {
        super("invalid-target", "The target cannot be judged as it is put.", errors.toArray(FieldError[]::new));
    }
}
