package io.aftertouch.survey.invitation;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import io.aftertouch.platform.edit.NotFound;
import io.aftertouch.platform.retry.RetryOnConflict;
import io.aftertouch.survey.judging.Reason;

/** Withdraws an invitation that was not sent yet. */
@ApplicationScoped
public class InvitationCancelling {

    private final InvitationRepository invitations;
    private final InvitationLife life;
    private final InvitationReading reading;

    InvitationCancelling(InvitationRepository invitations, InvitationLife life, InvitationReading reading) {
        this.invitations = invitations;
        this.life = life;
        this.reading = reading;
    }

    /** Cancelling twice is cancelling once. */
    @RetryOnConflict
    @Transactional
    public InvitationView cancel(UUID id, String caller) {
        Invitation invitation = invitations.lock(id).orElseThrow(NotFound::new);
        if (invitation.state() != InvitationState.CANCELLED) {
            life.cancel(invitation, Reason.WITHDRAWN, Cause.by(caller));
        }
        return reading.view(invitation);
    }
}
