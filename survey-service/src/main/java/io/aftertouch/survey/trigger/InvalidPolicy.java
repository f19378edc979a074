package io.aftertouch.survey.trigger;

import java.util.List;

import io.aftertouch.platform.problem.FieldError;
import io.aftertouch.platform.problem.ProblemException;

final class InvalidPolicy extends ProblemException {

    InvalidPolicy(List<FieldError> flaws) {
        super(
                "invalid-contact-policy",
                "The contact policy does not make sense as it stands.",
                flaws.toArray(FieldError[]::new));
    }
}
