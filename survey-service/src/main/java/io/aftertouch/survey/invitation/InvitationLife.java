package io.aftertouch.survey.invitation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;

import io.aftertouch.platform.edit.NotFound;
import io.aftertouch.platform.id.Ids;
import io.aftertouch.survey.judging.Channel;
import io.aftertouch.survey.judging.Reason;
import io.aftertouch.survey.respondent.Respondent;
import org.jboss.logging.Logger;

/**
 * The steps in the life of an invitation. Each is taken, recorded and told here and nowhere else, in the transaction of the caller, who holds
 * the row.
 */
@Singleton
public class InvitationLife {

    private static final Logger LOG = Logger.getLogger(InvitationLife.class);

    private final InvitationRepository invitations;
    private final InvitationTransitionRepository transitions;
    private final InvitationAnnouncements announcements;
    private final Event<DueInvitations> due;
    private final Ids ids;
    private final Clock clock;

    InvitationLife(
            InvitationRepository invitations,
            InvitationTransitionRepository transitions,
            InvitationAnnouncements announcements,
            Event<DueInvitations> due,
            Ids ids,
            Clock clock) {
        this.invitations = invitations;
        this.transitions = transitions;
        this.announcements = announcements;
        this.due = due;
        this.ids = ids;
        this.clock = clock;
    }

    /** Takes due invitations of these channels; nobody else works on them until the lease ends. */
    public List<Claim> claimDue(Set<Channel> channels, int limit, Duration lease) {
        return lease(invitations.claimDue(clock.instant(), channels, limit), lease);
    }

    /** Takes sent invitations of these channels whose reminder is due; nobody else works on them until the lease ends. */
    public List<Claim> claimReminders(Set<Channel> channels, int limit, Duration lease) {
        return lease(invitations.claimReminders(clock.instant(), channels, limit), lease);
    }

    private List<Claim> lease(List<Invitation> taken, Duration lease) {
        Instant leaseEnds = clock.instant().plus(lease).truncatedTo(ChronoUnit.MICROS);
        taken.forEach(invitation -> invitation.lease(leaseEnds));
        return taken.stream()
                .map(invitation -> new Claim(invitation.id(), leaseEnds))
                .toList();
    }

    /** The invitation, held until the transaction ends. */
    public Invitation lock(UUID id) {
        return invitations.lock(id).orElseThrow(NotFound::new);
    }

    /** The invitation, held until the transaction ends, unless it was closed or somebody else has it by now. */
    public Optional<Invitation> claimed(Claim claim) {
        return invitations
                .lock(claim.invitation())
                .filter(invitation -> invitation.isScheduled() || invitation.awaitsReminder())
                .filter(invitation -> invitation.nextAttemptAt().equals(claim.leaseEnds()));
    }

    /** It goes to the addresses that the respondent has by now, so that a bounce finds the right one. */
    public void address(Invitation invitation, Respondent respondent) {
        invitation.address(respondent);
    }

    /** It was handed over. It may have been closed meanwhile; the history then says so. */
    public void send(Invitation invitation, Cause cause) {
        if (invitation.isScheduled()) {
            take(invitation, Step.SENT, cause, now -> invitation.send(now));
            announcements.sent(invitation);
        } else {
            take(invitation, Step.SENT, cause, now -> invitation.markAsked(now));
        }
    }

    /** The reminder was handed over. */
    public void remind(Invitation invitation, Cause cause) {
        take(invitation, Step.REMINDER_SENT, cause, now -> invitation.remind(now));
    }

    /** The reminder will not be sent. */
    public void dropReminder(Invitation invitation, Reason why, Cause cause) {
        InvitationState state = invitation.state();
        invitation.dropReminder();
        record(invitation, Step.REMINDER_DROPPED, state, why, cause);
    }

    public void cancel(Invitation invitation, Reason why, Cause cause) {
        take(invitation, Step.CANCELLED, cause, now -> invitation.cancel(why, now));
        announcements.cancelled(invitation);
    }

    /** There is no such mailbox. */
    public void bounce(Invitation invitation, Reason why, Cause cause) {
        take(invitation, Step.BOUNCED, cause, now -> invitation.bounce(why, now));
        announcements.bounced(invitation);
    }

    /** A mailbox could not take it for now; the mail server of the respondent goes on trying. */
    void delay(Invitation invitation, Cause cause) {
        record(invitation, Step.DELAYED, invitation.state(), null, cause);
    }

    public void fail(Invitation invitation, Reason why, Cause cause) {
        take(invitation, Step.FAILED, cause, now -> invitation.fail(why, now));
        announcements.failed(invitation);
    }

    public void expire(Invitation invitation) {
        take(invitation, Step.EXPIRED, Cause.CLOCK, now -> invitation.expire(now));
        announcements.expired(invitation);
    }

    /** @throws InvitationClosed when its state does not allow that it is sent once more */
    public void checkResendable(Invitation invitation) {
        if (invitation.isScheduled() || !invitation.state().canBecome(InvitationState.SCHEDULED)) {
            throw new InvitationClosed(invitation.state(), InvitationState.SCHEDULED);
        }
    }

    /** It is sent once more, right away. */
    public void resend(Invitation invitation, Cause cause) {
        take(invitation, Step.RESENT, cause, now -> invitation.resend(now));
        due.fire(new DueInvitations());
    }

    /** Its link is handed out once more; it stays sent. */
    public void handOut(Invitation invitation, Cause cause) {
        take(invitation, Step.HANDED_OUT, cause, now -> invitation.handOut(now));
    }

    /** @param answered when each was */
    void answer(Map<Invitation, Instant> answered) {
        answered.forEach((invitation, answeredAt) ->
                take(invitation, Step.ANSWERED, Cause.ANSWERS, now -> invitation.answer(answeredAt)));
        announcements.answered(answered.keySet());
    }

    /** It could not be handed over now; it is tried again after a pause that doubles with every failure. */
    public void postpone(Invitation invitation, Duration firstPause, Cause cause) {
        invitation.waitAfterFailure(clock.instant(), firstPause);
        boolean repeats = transitions
                .last(invitation.id())
                .filter(last -> last.repeats(Step.ATTEMPT_FAILED, cause))
                .isPresent();
        if (!repeats) {
            record(invitation, Step.ATTEMPT_FAILED, invitation.state(), null, cause);
        }
    }

    /** It was claimed and not tried. */
    public void release(Invitation invitation, Duration pause) {
        invitation.release(clock.instant().plus(pause));
    }

    /** It is not a time to ask, which is nobody's failure; it, or its reminder, is sent when that is over. */
    public void hold(Invitation invitation, Instant until) {
        invitation.release(until);
        record(invitation, Step.HELD, invitation.state(), null, Cause.SENDING.with("until " + until));
    }

    /** Closes sent invitations whose time is over; tells how many. */
    public int expireSent(int limit) {
        List<Invitation> late = invitations.claimExpired(clock.instant(), limit);
        late.forEach(this::expire);
        return late.size();
    }

    private void take(Invitation invitation, Step step, Cause cause, Consumer<Instant> change) {
        InvitationState from = invitation.state();
        change.accept(clock.instant());
        record(invitation, step, from, invitation.reason().orElse(null), cause);
    }

    private void record(Invitation invitation, Step step, InvitationState from, Reason reason, Cause cause) {
        transitions.persist(
                new InvitationTransition(ids.next(), invitation, step, from, reason, cause, clock.instant()));
        LOG.debugf("Invitation %s %s%s", invitation.id(), step, reason == null ? "" : ": " + reason);
    }
}
