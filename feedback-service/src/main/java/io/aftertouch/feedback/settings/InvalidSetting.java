package io.aftertouch.feedback.settings;

import java.util.List;

import io.aftertouch.platform.problem.FieldError;
import io.aftertouch.platform.problem.ProblemException;

/** A setting of the inbox is not as it must be. */
final class InvalidSetting extends ProblemException {

    InvalidSetting(List<FieldError> errors) {
        super("invalid-request", "The setting is not as it must be.", errors.toArray(FieldError[]::new));
    }
}
