package io.aftertouch.platform.edit;

import io.aftertouch.platform.problem.ProblemException;

/** There is nothing with this key or id. */
public final class NotFound extends ProblemException {

    public NotFound() {
        super("not-found", "There is nothing with this key or id.");
    }
}
