package io.aftertouch.survey.invitation;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.aftertouch.survey.judging.Channel;
import io.aftertouch.survey.judging.Reason;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An invitation, without anything personal.
 *
 * @param respondentRef null when the person was erased
 * @param reason why it was cancelled, bounced or failed, else null
 * @param link where it is answered; left out in lists
 * @param attempts how often it was tried to send it
 * @param reminderAt when its one reminder is due; null when there is none
 * @param history what happened to it, the first step first; left out in lists
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record InvitationView(
        UUID id,
        UUID eventId,
        UUID rule,
        String survey,
        int surveyVersion,
        String touchpoint,

        @Schema(description = "Null when the person was erased.")
        String respondentRef,

        Channel channel,
        InvitationState state,
        Reason reason,
        @JsonInclude(JsonInclude.Include.NON_NULL) URI link,
        int attempts,
        Instant scheduledAt,
        Instant dueAt,
        Instant sentAt,
        Instant reminderAt,
        Instant remindedAt,
        Instant expiresAt,
        Instant closedAt,
        @JsonInclude(JsonInclude.Include.NON_NULL) List<HistoryEntry> history) {

    /**
     * One step in the life of an invitation.
     *
     * @param from the state before; null for the first step
     * @param by a person, {@code key:<id>}, or the part of the service that acted
     * @param attempt the number of the try to hand it over; null when nothing was handed over
     * @param reply what the mail server or gateway said; null when nobody said anything
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record HistoryEntry(
            Instant at,
            Step step,
            InvitationState from,
            InvitationState to,
            Reason reason,
            String by,
            Integer attempt,
            String reply) {

        static HistoryEntry scheduled(Invitation invitation) {
            return new HistoryEntry(
                    invitation.scheduledAt(),
                    Step.SCHEDULED,
                    null,
                    InvitationState.SCHEDULED,
                    null,
                    Cause.EVENTS.by(),
                    null,
                    null);
        }

        static HistoryEntry of(InvitationTransition transition) {
            return new HistoryEntry(
                    transition.happenedAt(),
                    transition.step(),
                    transition.from(),
                    transition.to(),
                    transition.reason(),
                    transition.byWhom(),
                    transition.attempt(),
                    transition.reply());
        }
    }

    static InvitationView of(Invitation invitation) {
        return of(invitation, null, null);
    }

    static InvitationView of(Invitation invitation, URI link, List<HistoryEntry> history) {
        return new InvitationView(
                invitation.id(),
                invitation.eventId(),
                invitation.ruleId(),
                invitation.survey(),
                invitation.surveyVersion(),
                invitation.touchpoint(),
                invitation.respondentRef().isEmpty() ? null : invitation.respondentRef(),
                invitation.channel(),
                invitation.state(),
                invitation.reason().orElse(null),
                link,
                invitation.attempts(),
                invitation.scheduledAt(),
                invitation.dueAt(),
                invitation.sentAt().orElse(null),
                invitation.reminderAt().orElse(null),
                invitation.remindedAt().orElse(null),
                invitation.expiresAt(),
                invitation.closedAt().orElse(null),
                history);
    }
}
