package io.aftertouch.feedback.review;

import io.aftertouch.platform.problem.FieldError;
import io.aftertouch.platform.problem.ProblemException;

/** A case cannot be put aside until then. */
final class SnoozeOutOfRange extends ProblemException {

    SnoozeOutOfRange() {
        super(
                "invalid-request",
                "A case can be put aside from a minute to a year.",
                new FieldError("until", "must be between a minute and a year ahead"));
    }
}
