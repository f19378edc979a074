package io.aftertouch.score.target;

import io.aftertouch.platform.problem.FieldError;
import io.aftertouch.platform.problem.ProblemException;

/** There is one target for a cell, a metric and a day. */
final class TargetExists extends ProblemException {

    TargetExists() {
        super(
                "target-exists",
                "There is a target for this touchpoint, metric and segment by that day already.",
                new FieldError("dueOn", "has a target already"));
    }
}
