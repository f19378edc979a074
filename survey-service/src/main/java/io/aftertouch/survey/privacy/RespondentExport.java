package io.aftertouch.survey.privacy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import io.aftertouch.platform.inbox.ParkedText;
import io.aftertouch.survey.decision.DecisionLedger;
import io.aftertouch.survey.invitation.InvitationView;
import io.aftertouch.survey.respondent.OptOutStep;
import io.aftertouch.survey.respondent.RespondentView;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** All that the suite keeps about one respondent, service by service. */
@Schema(name = "RespondentExport")
@JsonInclude(JsonInclude.Include.ALWAYS)
record RespondentExport(
        String ref,
        Instant exportedAt,
        SurveyPart survey,

        @Schema(
                implementation = Object.class,
                description = "Answers, cases, notes and invitations: FeedbackPersonalData of feedback-service.")
        JsonNode feedback,

        @Schema(
                implementation = Object.class,
                description =
                        "Answers as they are told to CRMs; other scores are counts without names: ScorePersonalData of score-service.")
        JsonNode score) {

    /** What survey-service keeps itself. */
    @Schema(name = "SurveyPersonalData")
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record SurveyPart(
            @Schema(description = "Null when nothing but what follows is known.")
            RespondentView respondent,

            @Schema(description = "What the person does not want to be asked about.")
            List<OptOutStep> optOuts,

            @Schema(description = "How that came about, the last step first.")
            List<OptOutStep> optOutHistory,

            @Schema(description = "When the person asked to be erased; null when not.")
            Instant erasureAskedAt,

            @Schema(description = "First to last.") List<EventTold> events,

            @Schema(description = "First to last, with what happened to each.")
            List<InvitationView> invitations,

            @Schema(description = "Why the person was asked, or not, first to last.")
            List<DecisionLedger.Latest> decisions,

            @Schema(description = "Messages about the person that could not be applied.")
            List<ParkedText> parkedMessages,

            @Schema(description = "Who saw all this before, the last one first.")
            List<Seen> exports) {

        boolean isEmpty() {
            return respondent == null
                    && optOuts.isEmpty()
                    && optOutHistory.isEmpty()
                    && erasureAskedAt == null
                    && events.isEmpty()
                    && invitations.isEmpty()
                    && decisions.isEmpty()
                    && parkedMessages.isEmpty();
        }
    }

    /** Something that happened to the person. */
    @Schema(name = "PersonalEvent")
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record EventTold(
            UUID id,
            String source,
            String sourceId,
            String touchpoint,
            Instant occurredAt,
            Instant receivedAt,
            Map<String, String> segments,
            Map<String, String> attributes) {}

    /** An export. */
    @Schema(name = "PersonalExport")
    record Seen(String by, Instant at) {}

    boolean isEmpty() {
        return survey.isEmpty() && isEmpty(feedback) && isEmpty(score);
    }

    private static boolean isEmpty(JsonNode part) {
        for (JsonNode list : part) {
            if (!list.isEmpty()) {
                return false;
            }
        }
        return true;
    }
}
