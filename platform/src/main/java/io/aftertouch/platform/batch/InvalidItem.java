package io.aftertouch.platform.batch;

import java.util.List;

import io.aftertouch.platform.problem.FieldError;
import io.aftertouch.platform.problem.ProblemException;

/** One item of a batch cannot be read, or breaks the rules of its fields. */
final class InvalidItem extends ProblemException {

    InvalidItem(List<FieldError> errors) {
        super("invalid-request", "The item breaks the rules of its fields.", errors.toArray(FieldError[]::new));
    }
}
