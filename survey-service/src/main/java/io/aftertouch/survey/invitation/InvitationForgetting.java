package io.aftertouch.survey.invitation;

import java.util.List;
import java.util.UUID;

import jakarta.inject.Singleton;

import io.aftertouch.platform.outbox.ToldEvents;
import io.aftertouch.survey.judging.Reason;
import io.aftertouch.survey.respondent.PersonalData;
import io.aftertouch.survey.respondent.Respondent;

/** Cancels what waits to be sent to an erased respondent, and takes the person out of every invitation and of what was told about it. */
@Singleton
class InvitationForgetting implements PersonalData {

    private final InvitationRepository invitations;
    private final InvitationLife life;
    private final ToldEvents told;

    InvitationForgetting(InvitationRepository invitations, InvitationLife life, ToldEvents told) {
        this.invitations = invitations;
        this.life = life;
        this.told = told;
    }

    @Override
    public void forget(Respondent person) {
        invitations
                .lockScheduled(person.ref(), null, null, null)
                .forEach(waiting -> life.cancel(waiting, Reason.ERASED, Cause.OPT_OUT));
        List<UUID> ids = invitations.idsOf(person.ref());
        invitations.forgetReplies(ids);
        invitations.forget(person.ref());
        told.rewrite("invitation.scheduled", ids.stream().map(UUID::toString).toList(), event -> {
            event.put("respondentRef", "");
            event.put("eventId", "");
            event.putObject("attributes");
        });
    }
}
