package io.aftertouch.survey.decision;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.aftertouch.survey.invitation.InvitationState;
import io.aftertouch.survey.invitation.Invitations;
import io.aftertouch.survey.judging.Outcome;
import io.aftertouch.survey.judging.Reason;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A decision of the ledger.
 *
 * @param respondent null when the person was erased
 * @param freeAt when the person may be asked again, if time stood against it; of what is deferred, when it is judged again
 * @param invitation what came of it, as it is now
 * @param replaces the deferred decision that this one follows
 * @param supersededAt when another decision followed this one, which deferred; null while it is the last word
 */
@Schema(name = "Decision")
@JsonInclude(JsonInclude.Include.ALWAYS)
record DecisionView(
        UUID id,
        UUID eventId,
        String touchpoint,
        String respondent,
        UUID rule,
        String survey,
        Outcome outcome,
        Reason reason,
        Instant freeAt,
        InvitationPart invitation,
        UUID replaces,
        Instant supersededAt,
        Instant decidedAt) {

    /** The invitation that followed; the reason says why it was cancelled or failed later. */
    @Schema(name = "DecisionInvitation")
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record InvitationPart(UUID id, InvitationState state, Reason reason) {}

    static DecisionView of(Decision decision, Map<UUID, Invitations.Summary> invitations) {
        Verdict verdict = decision.verdict();
        return new DecisionView(
                decision.id(),
                decision.eventId(),
                decision.touchpoint(),
                decision.respondentRef().isEmpty() ? null : decision.respondentRef(),
                verdict.rule().orElse(null),
                verdict.survey().orElse(null),
                verdict.outcome(),
                verdict.reason(),
                verdict.freeAt().orElse(null),
                verdict.invitation()
                        .map(invitations::get)
                        .map(found -> new InvitationPart(
                                found.id(), found.state(), found.reason().orElse(null)))
                        .orElse(null),
                decision.replaces().orElse(null),
                decision.supersededAt().orElse(null),
                decision.decidedAt());
    }
}
