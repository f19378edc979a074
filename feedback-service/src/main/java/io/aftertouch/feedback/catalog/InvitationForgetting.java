package io.aftertouch.feedback.catalog;

import java.time.temporal.TemporalAmount;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Singleton;

import io.aftertouch.feedback.respondent.PersonalData;
import io.aftertouch.feedback.respondent.RetentionPeriods;
import io.aftertouch.platform.retention.KeptInOrder;

/** Keeps of an invitation about which survey and touchpoint it was. Its link leads nowhere from then on. */
@Singleton
class InvitationForgetting extends KeptInOrder implements PersonalData {

    private static final int SLICE = 200;

    private final InvitationRepository invitations;
    private final RetentionPeriods periods;

    InvitationForgetting(InvitationRepository invitations, RetentionPeriods periods) {
        this.invitations = invitations;
        this.periods = periods;
    }

    @Override
    public boolean forgetSome(String ref) {
        return invitations.forgetSome(ref, SLICE) == SLICE;
    }

    @Override
    public String kind() {
        return "invitations-to-answer";
    }

    @Override
    public String what() {
        return "Invitations, so that they can be answered";
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
