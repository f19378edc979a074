package io.aftertouch.survey.invitation;

import java.time.temporal.TemporalAmount;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Singleton;

import io.aftertouch.platform.retention.KeptInOrder;
import io.aftertouch.survey.respondent.RetentionPeriods;

/** Invitations; afterwards they say what was asked, not of whom. */
@Singleton
class KeptInvitations extends KeptInOrder {

    private final InvitationRepository invitations;
    private final RetentionPeriods periods;

    KeptInvitations(InvitationRepository invitations, RetentionPeriods periods) {
        this.invitations = invitations;
        this.periods = periods;
    }

    @Override
    public String kind() {
        return "invitations";
    }

    @Override
    public String what() {
        return "Invitations with the addresses they went to";
    }

    @Override
    public TemporalAmount keptFor() {
        return periods.invitations();
    }

    @Override
    protected List<UUID> personal(UUID after, UUID before, int limit) {
        return invitations.personal(after, before, limit);
    }

    @Override
    protected void forget(List<UUID> ids) {
        invitations.forget(ids);
    }
}
