package io.aftertouch.survey.delivery;

import java.time.Clock;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import io.aftertouch.platform.retry.RetryOnConflict;
import io.aftertouch.survey.invitation.Cause;
import io.aftertouch.survey.invitation.Invitation;
import io.aftertouch.survey.invitation.InvitationLife;
import io.aftertouch.survey.invitation.InvitationReading;
import io.aftertouch.survey.invitation.InvitationView;

/**
 * Sends an invitation once more because somebody wants it: the same invitation and link, in another e-mail or text message. One that is only a link
 * is handed to whoever wants it.
 */
@ApplicationScoped
class Resending {

    private final InvitationLife life;
    private final InvitationReading reading;
    private final LastCheck check;
    private final Clock clock;

    Resending(InvitationLife life, InvitationReading reading, LastCheck check, Clock clock) {
        this.life = life;
        this.reading = reading;
        this.check = check;
        this.clock = clock;
    }

    /** @throws ResendRefused when the person must not be asked, or it has expired */
    @RetryOnConflict
    @Transactional
    InvitationView resend(UUID id, String caller) {
        Invitation invitation = life.lock(id);
        if (invitation.isExpiredAt(clock.instant())) {
            throw new ResendRefused("The invitation has expired.");
        }
        life.checkResendable(invitation);
        if (check.find(invitation, clock.instant()) instanceof LastCheck.Objection objection) {
            throw new ResendRefused("The respondent must not be asked: " + objection.reason() + ".");
        }
        switch (invitation.channel()) {
            case EMAIL, WEBHOOK -> life.resend(invitation, Cause.by(caller));
            case LINK -> life.handOut(invitation, Cause.by(caller));
        }
        return reading.get(id);
    }
}
