package io.aftertouch.feedback.review;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.aftertouch.feedback.catalog.Band;
import io.aftertouch.feedback.catalog.Scale;
import io.aftertouch.feedback.response.SurveyResponse;
import io.aftertouch.platform.access.CallerNames;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A case as the API shows it, with what matters of its answer. The comment is the customer's own text: show it as text.
 *
 * @param history first to last; left out in lists
 * @param earlierAnswers of the same respondent, latest first; left out in lists
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
@Schema(name = "ReviewCase")
record ReviewCaseView(
        UUID id,

        @Schema(description = "Changes with every step; the ETag of the case.")
        int version,

        CaseState state,
        boolean open,
        FlagReason reason,

        @Schema(description = "Why it is here, in a sentence.")
        String why,

        @Schema(description = "The alarming word in the comment; null when there is none.")
        String alarmingWord,

        @Schema(
                description =
                        "How many negative answers the respondent has given lately; null when that is not repeatedly.")
        Long repeatedNegatives,

        @Schema(description = "Key of the team that looks after it; null when none does.")
        String team,

        @Schema(description = "Who has it: a person, or key:… for an API key.")
        String assignee,

        @Schema(description = "What the assignee is called.")
        String assigneeName,

        Instant takenAt,

        @Schema(description = "When the customer was first spoken or written with.")
        Instant firstContactAt,

        Outcome outcome,
        String rootCause,
        Instant openedAt,

        @Schema(description = "When four fifths of the time to take it have passed.")
        Instant warnAt,

        Instant dueAt,

        @Schema(description = "When it wakes; null unless it is SNOOZED.")
        Instant snoozedUntil,

        Instant changedAt,
        String touchpoint,
        String survey,
        Map<String, String> segments,
        UUID responseId,
        int score,
        int scaleMin,
        int scaleMax,
        Band band,
        String comment,
        String locale,
        String channel,
        String respondentRef,
        boolean contactPermitted,
        Instant answeredAt,
        @JsonInclude(JsonInclude.Include.NON_NULL) List<StepView> history,
        @JsonInclude(JsonInclude.Include.NON_NULL) List<EarlierAnswer> earlierAnswers) {

    /** One line of the history. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    @Schema(name = "CaseStep")
    record StepView(
            Step step,
            CaseState state,
            String actor,
            String actorName,
            String text,

            @Schema(description = "What was written to the customer; null when the step is about something else.")
            UUID reply,

            Instant at) {

        static StepView of(CaseStep step, CallerNames names) {
            return new StepView(
                    step.step(),
                    step.state(),
                    step.actor(),
                    names.shown(step.actor()),
                    step.text(),
                    step.replyId(),
                    step.at());
        }
    }

    /** What the same respondent answered before. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    @Schema(name = "EarlierAnswer")
    record EarlierAnswer(UUID responseId, String touchpoint, String survey, int score, Band band, Instant answeredAt) {

        static EarlierAnswer of(SurveyResponse response) {
            return new EarlierAnswer(
                    response.id(),
                    response.touchpoint(),
                    response.survey().survey(),
                    response.rating().score(),
                    response.rating().band(),
                    response.answeredAt());
        }
    }

    static ReviewCaseView listed(CaseWithAnswer found, Scale scale, CallerNames names) {
        return of(found, scale, names, null, null);
    }

    static ReviewCaseView whole(
            CaseWithAnswer found,
            Scale scale,
            CallerNames names,
            List<CaseStep> history,
            List<SurveyResponse> earlier) {
        return of(
                found,
                scale,
                names,
                history.stream().map(step -> StepView.of(step, names)).toList(),
                earlier.stream().map(EarlierAnswer::of).toList());
    }

    private static ReviewCaseView of(
            CaseWithAnswer found, Scale scale, CallerNames names, List<StepView> history, List<EarlierAnswer> earlier) {
        ReviewCase reviewCase = found.reviewCase();
        SurveyResponse response = found.response();
        Flags flags = reviewCase.flags();
        return new ReviewCaseView(
                reviewCase.id(),
                reviewCase.version(),
                reviewCase.state(),
                reviewCase.state().isOpen(),
                reviewCase.reason(),
                flags.why(response.rating(), scale),
                flags.word(),
                flags.negatives(),
                reviewCase.team(),
                reviewCase.assignee(),
                names.shown(reviewCase.assignee()),
                reviewCase.takenAt(),
                reviewCase.firstContactAt(),
                reviewCase.outcome(),
                reviewCase.rootCause(),
                reviewCase.openedAt(),
                reviewCase.warnAt(),
                reviewCase.dueAt(),
                reviewCase.snoozedUntil(),
                reviewCase.changedAt(),
                reviewCase.touchpoint(),
                reviewCase.survey(),
                reviewCase.segments(),
                response.id(),
                response.rating().score(),
                scale.min(),
                scale.max(),
                response.rating().band(),
                response.comment(),
                response.locale(),
                response.channel(),
                response.respondentRef(),
                response.contactPermitted(),
                response.answeredAt(),
                history,
                earlier);
    }
}
