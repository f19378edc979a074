package io.aftertouch.feedback.privacy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.aftertouch.feedback.catalog.Band;
import io.aftertouch.feedback.catalog.Invitation;
import io.aftertouch.feedback.recovery.Recovery;
import io.aftertouch.feedback.recovery.RecoveryState;
import io.aftertouch.feedback.reply.Reply;
import io.aftertouch.feedback.reply.ReplyState;
import io.aftertouch.feedback.response.ResponseRevision;
import io.aftertouch.feedback.response.SurveyResponse;
import io.aftertouch.feedback.review.CaseState;
import io.aftertouch.feedback.review.CaseStep;
import io.aftertouch.feedback.review.Outcome;
import io.aftertouch.feedback.review.ReviewCase;
import io.aftertouch.feedback.review.Step;
import io.aftertouch.feedback.suspected.SuspectedAnswer;
import io.aftertouch.feedback.suspected.SuspectedState;
import io.aftertouch.platform.inbox.ParkedText;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** All that this service keeps about a respondent. */
@Schema(name = "FeedbackPersonalData")
@JsonInclude(JsonInclude.Include.ALWAYS)
record PersonalDataView(
        @Schema(description = "First to last, also what was withdrawn.")
        List<AnswerTold> answers,

        @Schema(
                description =
                        "What a program may have sent in the person's place; none of it was counted unless it is among the answers.")
        List<SuspectedTold> suspectedAnswers,

        @Schema(description = "What this service was told about the invitations to the person.")
        List<InvitationTold> invitations,

        @Schema(description = "Messages about the person that could not be applied.")
        List<ParkedText> parkedMessages) {

    /** An answer with what was said before and the case that it led to. */
    @Schema(name = "PersonalAnswer")
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record AnswerTold(
            UUID id,
            UUID invitationId,
            String source,
            String sourceId,
            String survey,
            int surveyVersion,
            String touchpoint,
            String channel,
            Map<String, String> segments,
            String locale,
            int score,
            int firstScore,
            Band band,
            String comment,
            boolean contactPermitted,
            Instant answeredAt,
            Instant recordedAt,
            Instant revisedAt,
            Instant withdrawnAt,

            @Schema(description = "What the answer said before it was changed, first to last.")
            List<EarlierTold> earlier,

            @Schema(description = "Null when nobody had to look at it.")
            CaseTold reviewCase) {

        static AnswerTold of(SurveyResponse response, List<ResponseRevision> earlier, CaseTold reviewCase) {
            return new AnswerTold(
                    response.id(),
                    response.invitationId(),
                    response.source(),
                    response.sourceId(),
                    response.survey().survey(),
                    response.survey().version(),
                    response.touchpoint(),
                    response.channel(),
                    response.segments(),
                    response.locale(),
                    response.rating().score(),
                    response.firstScore(),
                    response.rating().band(),
                    response.comment(),
                    response.contactPermitted(),
                    response.answeredAt(),
                    response.recordedAt(),
                    response.revisedAt(),
                    response.withdrawnAt(),
                    earlier.stream().map(EarlierTold::of).toList(),
                    reviewCase);
        }
    }

    /** What an answer said before. */
    @Schema(name = "PersonalEarlierAnswer")
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record EarlierTold(int score, Band band, String comment, Instant saidAt) {

        static EarlierTold of(ResponseRevision revision) {
            return new EarlierTold(
                    revision.rating().score(), revision.rating().band(), revision.comment(), revision.saidAt());
        }
    }

    /** What was done about an answer, without the names of those who did it. */
    @Schema(name = "PersonalCase")
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record CaseTold(
            UUID id,
            CaseState state,
            Outcome outcome,
            String rootCause,
            Instant openedAt,
            Instant firstContactAt,
            List<StepTold> history,

            @Schema(description = "What was written to the person, first to last.")
            List<ReplyTold> replies,

            @Schema(description = "How the person was asked again after the case; null when not.")
            AgainTold again) {

        static CaseTold of(ReviewCase reviewCase, List<CaseStep> history, List<Reply> replies, Recovery again) {
            return new CaseTold(
                    reviewCase.id(),
                    reviewCase.state(),
                    reviewCase.outcome(),
                    reviewCase.rootCause(),
                    reviewCase.openedAt(),
                    reviewCase.firstContactAt(),
                    history.stream().map(StepTold::of).toList(),
                    replies.stream().map(ReplyTold::of).toList(),
                    again == null ? null : AgainTold.of(again));
        }
    }

    /** An e-mail to the person. */
    @Schema(name = "PersonalReply")
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record ReplyTold(
            String language,
            String subject,
            String text,
            ReplyState state,
            String diagnostic,
            Instant writtenAt,
            Instant sentAt) {

        static ReplyTold of(Reply reply) {
            return new ReplyTold(
                    reply.language(),
                    reply.subject(),
                    reply.text(),
                    reply.state(),
                    reply.diagnostic(),
                    reply.writtenAt(),
                    reply.sentAt());
        }
    }

    /** Asking the person again. */
    @Schema(name = "PersonalRecovery")
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record AgainTold(
            String touchpoint,
            RecoveryState state,
            Instant dueAt,
            Instant askedAt,
            UUID responseId,
            Instant answeredAt) {

        static AgainTold of(Recovery recovery) {
            return new AgainTold(
                    recovery.touchpoint(),
                    recovery.state(),
                    recovery.dueAt(),
                    recovery.askedAt(),
                    recovery.responseId(),
                    recovery.answeredAt());
        }
    }

    /** One line of it, with what was written. */
    @Schema(name = "PersonalCaseStep")
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record StepTold(Step step, String text, Instant at) {

        static StepTold of(CaseStep step) {
            return new StepTold(step.step(), step.step() == Step.ASSIGNED ? null : step.text(), step.at());
        }
    }

    /** A suspected answer. */
    @Schema(name = "PersonalSuspectedAnswer")
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record SuspectedTold(
            UUID id,
            UUID invitationId,
            String touchpoint,
            int score,
            String comment,
            SuspectedState state,
            Instant sentAt) {

        static SuspectedTold of(SuspectedAnswer suspected) {
            return new SuspectedTold(
                    suspected.id(),
                    suspected.invitationId(),
                    suspected.touchpoint(),
                    suspected.score(),
                    suspected.comment(),
                    suspected.state(),
                    suspected.sentAt());
        }
    }

    /** An invitation as far as this service knows it. */
    @Schema(name = "PersonalInvitation")
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record InvitationTold(
            UUID id,
            String survey,
            String touchpoint,
            String locale,
            Map<String, String> segments,
            Map<String, String> attributes,
            String eventSource,
            String eventId,
            Instant occurredAt,
            Instant expiresAt) {

        static InvitationTold of(Invitation invitation) {
            return new InvitationTold(
                    invitation.id(),
                    invitation.survey().survey(),
                    invitation.touchpoint(),
                    invitation.locale().orElse(null),
                    invitation.segments(),
                    invitation.attributes(),
                    invitation.eventSource(),
                    invitation.eventId(),
                    invitation.occurredAt(),
                    invitation.expiresAt());
        }
    }
}
