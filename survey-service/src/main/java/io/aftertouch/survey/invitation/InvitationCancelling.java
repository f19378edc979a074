package io.aftertouch.survey.invitation;

import java.time.Clock;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import io.aftertouch.platform.retry.RetryOnConflict;
import io.aftertouch.survey.NotFound;
import io.aftertouch.survey.judging.Reason;
import org.jboss.logging.Logger;

/** Withdraws an invitation that was not sent yet. */
@ApplicationScoped
class InvitationCancelling {

    private static final Logger LOG = Logger.getLogger(InvitationCancelling.class);

    private final InvitationRepository invitations;
    private final InvitationAnnouncements announcements;
    private final Clock clock;

    InvitationCancelling(InvitationRepository invitations, InvitationAnnouncements announcements, Clock clock) {
        this.invitations = invitations;
        this.announcements = announcements;
        this.clock = clock;
    }

    /** Cancelling twice is cancelling once. */
    @RetryOnConflict
    @Transactional
    InvitationView cancel(UUID id) {
        Invitation invitation = invitations.lock(id).orElseThrow(NotFound::new);
        if (invitation.state() != InvitationState.CANCELLED) {
            invitation.cancel(Reason.WITHDRAWN, clock.instant());
            announcements.cancelled(invitation);
            LOG.infof("Invitation %s cancelled by hand", id);
        }
        return InvitationView.of(invitation);
    }
}
