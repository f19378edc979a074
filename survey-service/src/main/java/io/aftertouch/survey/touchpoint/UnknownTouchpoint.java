package io.aftertouch.survey.touchpoint;

import io.aftertouch.platform.problem.FieldError;
import io.aftertouch.platform.problem.ProblemException;

/** A request names a touchpoint that there is not. */
public final class UnknownTouchpoint extends ProblemException {

    public UnknownTouchpoint(String field, String key) {
        super(
                "unknown-touchpoint",
                "No touchpoint has the key " + key + ".",
                new FieldError(field, "is not the key of a touchpoint"));
    }
}
