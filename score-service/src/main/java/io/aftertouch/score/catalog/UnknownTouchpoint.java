package io.aftertouch.score.catalog;

import io.aftertouch.platform.problem.FieldError;
import io.aftertouch.platform.problem.ProblemException;

/** A request names a touchpoint that nobody has told of and nobody has answered at. */
final class UnknownTouchpoint extends ProblemException {

    UnknownTouchpoint(String field, String key) {
        super(
                "unknown-touchpoint",
                "No touchpoint has the key " + key + ".",
                new FieldError(field, "is not the key of a touchpoint"));
    }
}
