package io.aftertouch.survey.invitation;

import java.util.Optional;
import java.util.UUID;

import jakarta.inject.Singleton;

import io.aftertouch.survey.judging.Reason;

/** Finds the invitation that a bounce is about and marks it. All of it belongs into the transaction of the caller. */
@Singleton
public class InvitationBouncing {

    private final InvitationRepository invitations;
    private final InvitationLinks links;
    private final InvitationLife life;

    InvitationBouncing(InvitationRepository invitations, InvitationLinks links, InvitationLife life) {
        this.invitations = invitations;
        this.links = links;
        this.life = life;
    }

    /** An invitation that came back, and the mailbox that it went to. */
    public record Returned(UUID invitation, InvitationState state, Optional<String> mailbox) {}

    /** The invitation that one of our Message-IDs belongs to, held until the transaction ends. */
    public Optional<Invitation> byMessageId(String messageId) {
        return links.invitationOf(messageId).flatMap(invitations::lock);
    }

    /** The last one that was sent to a mailbox and is not over, held until the transaction ends. */
    public Optional<Invitation> lastTo(String mailbox) {
        return invitations.lockSentTo(mailbox).stream().findFirst();
    }

    /** There is no such mailbox. What is over already stays as it is. */
    public Returned bounced(Invitation invitation, String caller, String diagnostic) {
        if (invitation.state() == InvitationState.SENT) {
            life.bounce(invitation, Reason.ADDRESS_BOUNCED, Cause.by(caller).with(diagnostic));
        }
        return returned(invitation);
    }

    /** The mailbox could not take it for now. */
    public Returned delayed(Invitation invitation, String caller, String diagnostic) {
        life.delay(invitation, Cause.by(caller).with(diagnostic));
        return returned(invitation);
    }

    private static Returned returned(Invitation invitation) {
        return new Returned(invitation.id(), invitation.state(), invitation.emailContact());
    }
}
