package io.aftertouch.feedback.loop;

import io.aftertouch.platform.problem.FieldError;
import io.aftertouch.platform.problem.ProblemException;

/** The figures are asked for a time that is none, or too long. */
final class InvalidPeriod extends ProblemException {

    InvalidPeriod() {
        super(
                "invalid-request",
                "The period cannot be read.",
                new FieldError("from", "must be before to, by at most 366 days"));
    }
}
