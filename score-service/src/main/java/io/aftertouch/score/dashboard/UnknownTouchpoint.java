package io.aftertouch.score.dashboard;

import io.aftertouch.platform.problem.ProblemException;

/** A page was asked for a touchpoint that nobody has heard of. */
final class UnknownTouchpoint extends ProblemException {

    UnknownTouchpoint(String key) {
        super("not-found", "There is no touchpoint " + key + ".");
    }
}
