package io.aftertouch.feedback.response;

import io.aftertouch.platform.problem.ProblemException;

/** The invitation was cancelled or its time is over. */
public final class InvitationClosed extends ProblemException {

    InvitationClosed() {
        super("invitation-over", "The invitation was cancelled, or its time is over.");
    }
}
