package io.aftertouch.score.improvement;

import java.util.List;

import io.aftertouch.platform.problem.FieldError;
import io.aftertouch.platform.problem.ProblemException;

/** An improvement whose effect or return could never be told. */
final class InvalidImprovement extends ProblemException {

    InvalidImprovement(List<FieldError> errors) {
        super(
                "invalid-improvement",
                "The improvement cannot be judged as it is put.",
                errors.toArray(FieldError[]::new));
    }
}
