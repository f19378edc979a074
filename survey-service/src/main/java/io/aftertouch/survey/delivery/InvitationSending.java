package io.aftertouch.survey.delivery;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import io.aftertouch.platform.retry.RetryOnConflict;
import io.aftertouch.survey.invitation.Cause;
import io.aftertouch.survey.invitation.Claim;
import io.aftertouch.survey.invitation.Invitation;
import io.aftertouch.survey.invitation.InvitationLife;
import io.aftertouch.survey.judging.Channel;
import io.aftertouch.survey.judging.Reason;
import io.aftertouch.survey.mail.Handover;
import io.aftertouch.survey.respondent.Respondents;

/** The steps of sending an invitation or its reminder, each a transaction of its own. What talks to the mail server happens between them. */
@ApplicationScoped
class InvitationSending {

    private final InvitationLife life;
    private final LastCheck check;
    private final Dispatches dispatches;
    private final Respondents respondents;
    private final DeliveryConfig config;
    private final Clock clock;

    InvitationSending(
            InvitationLife life,
            LastCheck check,
            Dispatches dispatches,
            Respondents respondents,
            DeliveryConfig config,
            Clock clock) {
        this.life = life;
        this.check = check;
        this.dispatches = dispatches;
        this.respondents = respondents;
        this.config = config;
        this.clock = clock;
    }

    /** Takes invitations of these channels that are due; nobody else works on them until the lease ends. */
    @RetryOnConflict
    @Transactional
    List<Claim> claim(Set<Channel> channels, int limit) {
        return life.claimDue(channels, limit, config.lease());
    }

    /** Takes sent invitations of these channels whose reminder is due; nobody else works on them until the lease ends. */
    @RetryOnConflict
    @Transactional
    List<Claim> claimReminders(Set<Channel> channels, int limit) {
        return life.claimReminders(channels, limit, config.lease());
    }

    /** Judges once more. Empty when there is nothing to hand over: it was cancelled, is too late, must wait, or is a link only. */
    @RetryOnConflict
    @Transactional
    Optional<Dispatch> prepare(Claim claim) {
        return life.claimed(claim)
                .flatMap(invitation -> invitation.isScheduled()
                        ? prepareFirst(claim, invitation)
                        : prepareReminder(claim, invitation));
    }

    private Optional<Dispatch> prepareFirst(Claim claim, Invitation invitation) {
        Instant now = clock.instant();
        if (invitation.isExpiredAt(now)) {
            life.expire(invitation);
            return Optional.empty();
        }
        return switch (check.find(invitation, now)) {
            case LastCheck.Objection no -> {
                life.cancel(invitation, no.reason(), Cause.SENDING);
                yield Optional.empty();
            }
            case LastCheck.Wait wait -> {
                life.hold(invitation, wait.until());
                yield Optional.empty();
            }
            case LastCheck.MayGo go -> firstDispatch(claim, invitation, go.neutral());
        };
    }

    private Optional<Dispatch> firstDispatch(Claim claim, Invitation invitation, boolean neutral) {
        return switch (invitation.channel()) {
            case EMAIL, WEBHOOK -> Optional.of(dispatches.invitation(claim, invitation, neutral));
            case LINK -> {
                life.send(invitation, Cause.SENDING);
                yield Optional.empty();
            }
        };
    }

    private Optional<Dispatch> prepareReminder(Claim claim, Invitation invitation) {
        return switch (check.find(invitation, clock.instant())) {
            case LastCheck.Objection no -> {
                life.dropReminder(invitation, no.reason(), Cause.SENDING);
                yield Optional.empty();
            }
            case LastCheck.Wait wait -> {
                life.hold(invitation, wait.until());
                yield Optional.empty();
            }
            case LastCheck.MayGo go -> reminderDispatch(claim, invitation, go.neutral());
        };
    }

    private Optional<Dispatch> reminderDispatch(Claim claim, Invitation invitation, boolean neutral) {
        return switch (invitation.channel()) {
            case EMAIL, WEBHOOK -> Optional.of(dispatches.reminder(claim, invitation, neutral));
            case LINK -> {
                life.dropReminder(invitation, Reason.NO_ADDRESS, Cause.SENDING);
                yield Optional.empty();
            }
        };
    }

    /** Writes down what became of handing it over. */
    @RetryOnConflict
    @Transactional
    void handedOver(Dispatch dispatch, Handover handover) {
        Cause cause = Cause.attempt(dispatch.attempt(), handover.reply());
        switch (handover) {
            case Handover.Taken taken -> taken(dispatch, cause);
            case Handover.NoSuchMailbox none ->
                life.claimed(dispatch.claim()).ifPresent(invitation -> {
                    dispatch.mailbox().ifPresent(mailbox -> respondents.bounced(mailbox, clock.instant()));
                    life.bounce(invitation, Reason.ADDRESS_REFUSED, cause);
                });
            case Handover.Refused refused ->
                life.claimed(dispatch.claim()).ifPresent(invitation -> refused(invitation, cause));
            case Handover.NotNow notNow ->
                life.claimed(dispatch.claim())
                        .ifPresent(invitation -> life.postpone(invitation, config.firstPause(), cause));
        }
    }

    /** It has arrived, whatever became of the invitation meanwhile. */
    private void taken(Dispatch dispatch, Cause cause) {
        Invitation invitation = life.lock(dispatch.claim().invitation());
        if (dispatch.reminder()) {
            life.remind(invitation, cause);
        } else {
            life.send(invitation, cause);
        }
    }

    private void refused(Invitation invitation, Cause cause) {
        if (invitation.isScheduled()) {
            life.fail(invitation, Reason.MESSAGE_REFUSED, cause);
        } else {
            life.dropReminder(invitation, Reason.MESSAGE_REFUSED, cause);
        }
    }

    /** It was taken and not tried; later perhaps. */
    @RetryOnConflict
    @Transactional
    void release(Claim claim) {
        life.claimed(claim).ifPresent(invitation -> life.release(invitation, config.firstPause()));
    }

    /** Closes sent invitations whose time is over; tells how many. */
    @RetryOnConflict
    @Transactional
    int expire() {
        return life.expireSent(config.batch());
    }
}
