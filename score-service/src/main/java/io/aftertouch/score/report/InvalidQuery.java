package io.aftertouch.score.report;

import io.aftertouch.platform.problem.FieldError;
import io.aftertouch.platform.problem.ProblemException;

/** A question that cannot be understood, or whose answer would be too long. */
final class InvalidQuery extends ProblemException {

    InvalidQuery(String detail) {
        super("invalid-request", detail);
    }

    InvalidQuery(FieldError... errors) {
        super("invalid-request", "The question cannot be answered as it is put.", errors);
    }

    static InvalidQuery of(String parameter, String message) {
        return new InvalidQuery(new FieldError(parameter, message));
    }
}
