package io.aftertouch.survey.event;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.aftertouch.survey.decision.Verdict;
import io.aftertouch.survey.invitation.Invitations;
import io.aftertouch.survey.judging.Channel;
import io.aftertouch.survey.judging.Judgement;
import io.aftertouch.survey.judging.Outcome;
import io.aftertouch.survey.judging.Reason;
import io.aftertouch.survey.trigger.Rules;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What was decided about an event, rule by rule.
 *
 * @param eventId left out by the simulation
 */
@Schema(name = "EventAnswer")
@JsonInclude(JsonInclude.Include.NON_NULL)
record EventAnswer(UUID eventId, List<Decided> decisions) {

    /**
     * What was decided about one rule.
     *
     * @param rule left out when no rule waits at the touchpoint, and of a rule that is not saved
     * @param freeAt when the person may be asked again, if time stands against it
     */
    @Schema(name = "EventDecision")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Decided(
            UUID rule, String survey, Outcome outcome, Reason reason, Instant freeAt, InvitationPart invitation) {}

    /**
     * The invitation that follows.
     *
     * @param id left out by the simulation, as is the link
     */
    @Schema(name = "EventInvitation")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record InvitationPart(UUID id, URI link, Channel channel, Instant dueAt) {}

    static EventAnswer of(UUID eventId, List<Verdict> verdicts, Map<UUID, Invitations.Summary> invitations) {
        return new EventAnswer(
                eventId,
                verdicts.stream()
                        .map(verdict -> decided(
                                verdict,
                                verdict.invitation().map(invitations::get).map(EventAnswer::part)))
                        .toList());
    }

    static EventAnswer simulated(List<Judgement> judgements) {
        List<Decided> decisions = judgements.stream()
                .map(judgement -> decided(Verdict.of(judgement, Optional.empty()), imagined(judgement)))
                .toList();
        return new EventAnswer(
                null, decisions.isEmpty() ? List.of(decided(Verdict.NO_RULE, Optional.empty())) : decisions);
    }

    /** What a simulation says about somebody who was erased. */
    static EventAnswer erased() {
        return new EventAnswer(null, List.of(decided(Verdict.ERASED, Optional.empty())));
    }

    private static Decided decided(Verdict verdict, Optional<InvitationPart> invitation) {
        return new Decided(
                verdict.rule().filter(rule -> !rule.equals(Rules.UNNAMED)).orElse(null),
                verdict.survey().orElse(null),
                verdict.outcome(),
                verdict.reason(),
                verdict.freeAt().orElse(null),
                invitation.orElse(null));
    }

    private static InvitationPart part(Invitations.Summary invitation) {
        return new InvitationPart(invitation.id(), invitation.link(), invitation.channel(), invitation.dueAt());
    }

    private static Optional<InvitationPart> imagined(Judgement judgement) {
        return switch (judgement) {
            case Judgement.Invited invited ->
                Optional.of(new InvitationPart(null, null, invited.channel(), invited.dueAt()));
            case Judgement.Deferred deferred -> Optional.empty();
            case Judgement.NotInvited not -> Optional.empty();
        };
    }
}
