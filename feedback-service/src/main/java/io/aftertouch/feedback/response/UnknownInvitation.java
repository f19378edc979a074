package io.aftertouch.feedback.response;

import io.aftertouch.platform.problem.ProblemException;

/** No invitation has this token. */
public final class UnknownInvitation extends ProblemException {

    UnknownInvitation() {
        super("unknown-invitation", "No invitation has this token.");
    }
}
