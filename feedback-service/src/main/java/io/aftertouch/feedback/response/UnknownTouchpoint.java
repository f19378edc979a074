package io.aftertouch.feedback.response;

import io.aftertouch.platform.problem.ProblemException;

/** There is no touchpoint of this key, as far as this service has heard. */
final class UnknownTouchpoint extends ProblemException {

    UnknownTouchpoint(String touchpoint) {
        super("unknown-touchpoint", "There is no touchpoint " + touchpoint + ".");
    }
}
