package io.aftertouch.survey.invitation;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import io.aftertouch.platform.retry.RetryOnConflict;
import io.aftertouch.survey.NotFound;
import io.aftertouch.survey.judging.Reason;

/** Withdraws an invitation that was not sent yet. */
@ApplicationScoped
class InvitationCancelling {

    private final InvitationRepository invitations;
    private final InvitationLife life;

    InvitationCancelling(InvitationRepository invitations, InvitationLife life) {
        this.invitations = invitations;
        this.life = life;
    }

    /** Cancelling twice is cancelling once. */
    @RetryOnConflict
    @Transactional
    InvitationView cancel(UUID id) {
        Invitation invitation = invitations.lock(id).orElseThrow(NotFound::new);
        if (invitation.state() != InvitationState.CANCELLED) {
            life.cancel(invitation, Reason.WITHDRAWN);
        }
        return InvitationView.of(invitation);
    }
}
