package io.aftertouch.feedback.history;

import java.util.List;

import io.aftertouch.platform.problem.FieldError;
import io.aftertouch.platform.problem.ProblemException;

/** What was said of the file does not fit, or not to the file. */
final class InvalidImport extends ProblemException {

    InvalidImport(List<FieldError> errors) {
        super("invalid-request", "The import cannot begin like this.", errors.toArray(FieldError[]::new));
    }

    InvalidImport(String field, String message) {
        this(List.of(new FieldError(field, message)));
    }
}
