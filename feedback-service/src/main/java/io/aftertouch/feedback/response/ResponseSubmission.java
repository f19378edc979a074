package io.aftertouch.feedback.response;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;

import jakarta.enterprise.context.ApplicationScoped;

import io.aftertouch.feedback.catalog.Catalog;
import io.aftertouch.feedback.catalog.Invitation;
import io.aftertouch.feedback.catalog.PublicLink;
import io.aftertouch.feedback.catalog.SurveyVersion;
import io.aftertouch.feedback.catalog.Token;
import io.aftertouch.feedback.catalog.Touchpoint;
import org.eclipse.microprofile.context.ManagedExecutor;

/**
 * Hands an answer in, whether it comes from the form or from another system: checks it against what was asked, and leaves it to the
 * {@link AnswerIntake} to store it.
 */
@ApplicationScoped
public class ResponseSubmission {

    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");

    private final Catalog catalog;
    private final ResponseRepository responses;
    private final AnswerIntake intake;
    private final AnswerChange changes;
    private final IntakeConfig config;
    private final ManagedExecutor executor;
    private final Clock clock;

    ResponseSubmission(
            Catalog catalog,
            ResponseRepository responses,
            AnswerIntake intake,
            AnswerChange changes,
            IntakeConfig config,
            ManagedExecutor executor,
            Clock clock) {
        this.catalog = catalog;
        this.responses = responses;
        this.intake = intake;
        this.changes = changes;
        this.executor = executor;
        this.config = config;
        this.clock = clock;
    }

    /**
     * What would be taken as the answer of a customer who holds an invitation.
     *
     * @param survey the version that the invitation asks with
     * @param comment the customer's words, or null
     * @param locale language in which the customer read the question
     * @throws InvitationClosed when the invitation was cancelled or expired before it was answered
     */
    public Answer answerTo(Invitation invitation, SurveyVersion survey, int score, String comment, String locale) {
        Instant now = clock.instant();
        if (!invitation.isOpenAt(now) && responses.toInvitation(invitation.id()).isEmpty()) {
            throw new InvitationClosed();
        }
        return Answer.to(invitation, survey, score, comment, locale, now);
    }

    /**
     * What would be taken as the answer of somebody unknown through a public link.
     *
     * @param survey the version that was shown
     * @param channel where the contact takes place
     * @param submission names this one form: sent again, it is the same answer
     */
    public Answer answerThrough(
            PublicLink link,
            SurveyVersion survey,
            String channel,
            String submission,
            int score,
            String comment,
            String locale) {
        return Answer.through(link, survey, channel, submission, score, comment, locale, clock.instant());
    }

    /**
     * Takes an answer that was checked before, and waits until it is stored. Within the edit window of the survey another answer to the same
     * invitation replaces the first.
     *
     * @throws AlreadyAnswered when another answer was there first, and can be changed no more
     * @throws AnswerWithdrawn when the customer had withdrawn the answer
     * @throws IntakeUnavailable when it cannot be stored right now
     */
    public void store(Answer answer) {
        try {
            storeFirst(answer);
        } catch (AlreadyAnswered before) {
            if (!answer.isToAnInvitation()) {
                throw before;
            }
            changes.revise(answer, null);
        }
    }

    /**
     * Takes an answer that was checked before, if it is the first, and waits until it is stored.
     *
     * @return whether it was recorded now or, being the same, before
     * @throws AlreadyAnswered when another answer was there first
     * @throws IntakeUnavailable when it cannot be stored right now
     */
    public Submitted storeFirst(Answer answer) {
        try {
            return intake.take(answer, null).toCompletableFuture().join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException reason ? reason : e;
        }
    }

    /** @param request null when the caller gave no Idempotency-Key */
    CompletionStage<Submitted> submit(SubmitResponse sent, IdempotentRequest request) {
        refuseHalves(sent);
        if (!sent.answersAnInvitation()) {
            return intake.take(takenElsewhere(sent), request);
        }
        Answer answer = toInvitation(sent);
        return intake.take(answer, request)
                .exceptionallyComposeAsync(failure -> revised(answer, request, failure), executor);
    }

    /**
     * The same for an answer that can be judged by what is known without a look into the database, as most can that other systems take one after the
     * other. Never waits, so that no thread has to be found for it.
     *
     * @return empty when it takes a look
     */
    Optional<CompletionStage<Submitted>> submitAtHand(SubmitResponse sent, IdempotentRequest request) {
        refuseHalves(sent);
        return sent.answersAnInvitation()
                ? Optional.empty()
                : catalog.latestSurveyAtHand(sent.survey())
                        .flatMap(survey -> catalog.touchpointAtHand(sent.touchpoint())
                                .map(touchpoint -> intake.take(takenElsewhere(sent, survey, touchpoint), request)));
    }

    /** Another answer to the same invitation may be a change of the first. */
    private CompletionStage<Submitted> revised(Answer answer, IdempotentRequest request, Throwable failure) {
        Throwable reason = failure instanceof CompletionException ? failure.getCause() : failure;
        return reason instanceof AlreadyAnswered
                ? CompletableFuture.completedStage(changes.revise(answer, request))
                : CompletableFuture.failedStage(reason);
    }

    private Answer toInvitation(SubmitResponse sent) {
        Invitation invitation = catalog.invitation(new Token(sent.invitation())).orElseThrow(UnknownInvitation::new);
        SurveyVersion survey = catalog.survey(invitation.survey())
                .orElseThrow(() -> new UnknownSurvey(invitation.survey().survey()));
        return answerTo(invitation, survey, sent.score(), sent.words(), sent.locale());
    }

    /**
     * An answer of the past, checked as one of today.
     *
     * @throws io.aftertouch.platform.problem.ProblemException when it lacks something, refers to what is not there, or does not fit
     */
    Answer past(SubmitResponse sent) {
        refuseHalves(sent);
        return takenElsewhere(sent);
    }

    private Answer takenElsewhere(SubmitResponse sent) {
        SurveyVersion survey = catalog.latestSurvey(sent.survey()).orElseThrow(() -> new UnknownSurvey(sent.survey()));
        Touchpoint touchpoint =
                catalog.touchpoint(sent.touchpoint()).orElseThrow(() -> new UnknownTouchpoint(sent.touchpoint()));
        return takenElsewhere(sent, survey, touchpoint);
    }

    private Answer takenElsewhere(SubmitResponse sent, SurveyVersion survey, Touchpoint touchpoint) {
        return Answer.takenElsewhere(
                sent, survey, Objects.requireNonNullElse(sent.channel(), touchpoint.channel()), answeredAt(sent));
    }

    private Instant answeredAt(SubmitResponse sent) {
        Instant now = clock.instant();
        if (sent.answeredAt() == null) {
            return now;
        }
        if (sent.answeredAt().isBefore(EARLIEST) || sent.answeredAt().isAfter(now.plus(config.clockSkew()))) {
            throw new InvalidResponse(
                    "The time of the answer cannot be right.",
                    List.of("answeredAt"),
                    "must be a time between the year 2000 and now");
        }
        return sent.answeredAt().truncatedTo(ChronoUnit.MICROS);
    }

    private static void refuseHalves(SubmitResponse sent) {
        if (!sent.missing().isEmpty()) {
            throw new InvalidResponse(
                    "An answer needs an invitation, or else source, id, survey and touchpoint.",
                    sent.missing(),
                    "is missing");
        }
        if (!sent.superfluous().isEmpty()) {
            throw new InvalidResponse(
                    "An answer to an invitation says score and comment; the invitation knows the rest.",
                    sent.superfluous(),
                    "must be left out beside an invitation");
        }
    }
}
