package io.aftertouch.score.webhook;

import java.util.Set;
import java.util.TreeSet;

import io.aftertouch.platform.problem.FieldError;
import io.aftertouch.platform.problem.ProblemException;

final class UnknownTouchpoints extends ProblemException {

    UnknownTouchpoints(Set<String> keys) {
        super(
                "unknown-touchpoint",
                "There is no touchpoint " + String.join(", ", new TreeSet<>(keys)) + ".",
                new FieldError("touchpoints", "names one that does not exist"));
    }
}
