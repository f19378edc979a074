package io.aftertouch.score.alert;

import io.aftertouch.platform.problem.FieldError;
import io.aftertouch.platform.problem.ProblemException;

/** An alert cannot be muted until then. */
final class MuteOutOfRange extends ProblemException {

    MuteOutOfRange() {
        super(
                "invalid-request",
                "An alert can be muted for a minute to a year.",
                new FieldError("until", "must be between a minute and a year ahead"));
    }
}
