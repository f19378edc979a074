package io.aftertouch.survey.invitation;

import io.aftertouch.platform.problem.ProblemException;

final class InvitationClosed extends ProblemException {

    InvitationClosed(InvitationState state, InvitationState wish) {
        super("invitation-closed", "The invitation is " + state + " and cannot become " + wish + ".");
    }
}
