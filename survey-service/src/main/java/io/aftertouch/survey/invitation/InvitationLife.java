package io.aftertouch.survey.invitation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.inject.Singleton;

import io.aftertouch.survey.judging.Reason;
import org.jboss.logging.Logger;

/** The steps in the life of an invitation, each with what is told about it. All of them belong into the transaction of the caller. */
@Singleton
public class InvitationLife {

    private static final Logger LOG = Logger.getLogger(InvitationLife.class);

    private final InvitationRepository invitations;
    private final InvitationAnnouncements announcements;
    private final Clock clock;

    InvitationLife(InvitationRepository invitations, InvitationAnnouncements announcements, Clock clock) {
        this.invitations = invitations;
        this.announcements = announcements;
        this.clock = clock;
    }

    /** Takes due invitations; nobody else works on them until the lease ends. */
    public List<UUID> claimDue(int limit, Duration lease) {
        Instant now = clock.instant();
        List<Invitation> due = invitations.claimDue(now, limit);
        due.forEach(invitation -> invitation.lease(now.plus(lease)));
        return due.stream().map(Invitation::id).toList();
    }

    /** The invitation, held until the transaction ends, when it still waits to be sent. */
    public Optional<Invitation> scheduled(UUID id) {
        return invitations.lock(id).filter(Invitation::isScheduled);
    }

    public void send(Invitation invitation) {
        invitation.send(clock.instant());
        announcements.sent(invitation);
        LOG.infof("Invitation %s sent by %s", invitation.id(), invitation.channel());
    }

    public void cancel(Invitation invitation, Reason why) {
        invitation.cancel(why, clock.instant());
        announcements.cancelled(invitation);
        LOG.infof("Invitation %s cancelled: %s", invitation.id(), why);
    }

    public void fail(Invitation invitation, Reason why) {
        invitation.fail(why, clock.instant());
        announcements.failed(invitation);
        LOG.infof("Invitation %s failed: %s", invitation.id(), why);
    }

    public void expire(Invitation invitation) {
        invitation.expire(clock.instant());
        announcements.expired(invitation);
        LOG.infof("Invitation %s expired", invitation.id());
    }

    /** It could not be sent now; it is tried again after a pause that doubles with every failure. */
    public void postpone(Invitation invitation, Duration firstPause) {
        invitation.waitAfterFailure(clock.instant(), firstPause);
    }

    /** It is not a time of day to ask; it is sent when that is over. */
    public void hold(Invitation invitation, Instant until) {
        invitation.hold(until);
        LOG.infof("Invitation %s held until %s", invitation.id(), until);
    }

    /** Closes sent invitations whose time is over; tells how many. */
    public int expireSent(int limit) {
        List<Invitation> late = invitations.claimExpired(clock.instant(), limit);
        late.forEach(this::expire);
        return late.size();
    }

    void answer(Invitation invitation, Instant answeredAt) {
        invitation.answer(answeredAt);
        announcements.answered(invitation);
        LOG.infof("Invitation %s answered", invitation.id());
    }
}
