package io.aftertouch.survey.trigger;

import java.util.List;

import io.aftertouch.platform.problem.FieldError;
import io.aftertouch.platform.problem.ProblemException;

final class InvalidRule extends ProblemException {

    InvalidRule(List<FieldError> flaws) {
        super("invalid-rule", "The rule does not make sense as it stands.", flaws.toArray(FieldError[]::new));
    }
}
