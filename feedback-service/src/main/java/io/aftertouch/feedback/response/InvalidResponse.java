package io.aftertouch.feedback.response;

import java.util.List;

import io.aftertouch.platform.problem.FieldError;
import io.aftertouch.platform.problem.ProblemException;

/** Fields that cannot be read, or that do not fit together. */
final class InvalidResponse extends ProblemException {

    InvalidResponse(String detail, List<FieldError> errors) {
        super("invalid-request", detail, errors.toArray(FieldError[]::new));
    }

    InvalidResponse(String detail, List<String> fields, String rule) {
        this(detail, fields.stream().map(field -> new FieldError(field, rule)).toList());
    }
}
