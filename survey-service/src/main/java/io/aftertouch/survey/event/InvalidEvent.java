package io.aftertouch.survey.event;

import java.util.List;

import io.aftertouch.platform.problem.FieldError;
import io.aftertouch.platform.problem.ProblemException;

/** What came is no event, or breaks the rules of its fields. */
final class InvalidEvent extends ProblemException {

    InvalidEvent(List<FieldError> errors) {
        super("invalid-request", "The event breaks the rules of its fields.", errors.toArray(FieldError[]::new));
    }
}
