package io.aftertouch.score.segment;

import io.aftertouch.platform.problem.FieldError;
import io.aftertouch.platform.problem.ProblemException;

/** A request names a segment in a way that cannot be understood. */
final class InvalidSegment extends ProblemException {

    InvalidSegment(String field, String message) {
        super("invalid-request", "The segment cannot be understood.", new FieldError(field, message));
    }
}
