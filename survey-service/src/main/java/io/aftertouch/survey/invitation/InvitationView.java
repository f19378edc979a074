package io.aftertouch.survey.invitation;

import java.net.URI;
import java.time.Instant;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.aftertouch.survey.judging.Channel;
import io.aftertouch.survey.judging.Reason;

/**
 * An invitation, without anything personal.
 *
 * @param reason why it was cancelled or failed, else null
 * @param link where it is answered; left out in lists
 * @param attempts how often it was tried to send it
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record InvitationView(
        UUID id,
        UUID eventId,
        UUID rule,
        String survey,
        int surveyVersion,
        String touchpoint,
        String respondentRef,
        Channel channel,
        InvitationState state,
        Reason reason,
        @JsonInclude(JsonInclude.Include.NON_NULL) URI link,
        int attempts,
        Instant scheduledAt,
        Instant dueAt,
        Instant sentAt,
        Instant expiresAt,
        Instant closedAt) {

    static InvitationView of(Invitation invitation) {
        return of(invitation, null);
    }

    static InvitationView of(Invitation invitation, URI link) {
        return new InvitationView(
                invitation.id(),
                invitation.eventId(),
                invitation.ruleId(),
                invitation.survey(),
                invitation.surveyVersion(),
                invitation.touchpoint(),
                invitation.respondentRef(),
                invitation.channel(),
                invitation.state(),
                invitation.reason().orElse(null),
                link,
                invitation.attempts(),
                invitation.scheduledAt(),
                invitation.dueAt(),
                invitation.sentAt().orElse(null),
                invitation.expiresAt(),
                invitation.closedAt().orElse(null));
    }
}
