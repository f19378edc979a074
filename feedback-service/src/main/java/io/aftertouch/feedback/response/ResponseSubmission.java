package io.aftertouch.feedback.response;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;

import jakarta.enterprise.context.ApplicationScoped;

import io.aftertouch.feedback.catalog.Catalog;
import io.aftertouch.feedback.catalog.Invitation;
import io.aftertouch.feedback.catalog.PublicLink;
import io.aftertouch.feedback.catalog.SurveyVersion;
import io.aftertouch.feedback.catalog.Token;

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
    private final IntakeConfig config;
    private final Clock clock;

    ResponseSubmission(
            Catalog catalog, ResponseRepository responses, AnswerIntake intake, IntakeConfig config, Clock clock) {
        this.catalog = catalog;
        this.responses = responses;
        this.intake = intake;
        this.config = config;
        this.clock = clock;
    }

    /**
     * Takes the answer of a customer who holds an invitation, and waits until it is stored.
     *
     * @param survey the version that the invitation asks with
     * @param comment the customer's words, or null
     * @param locale language in which the customer read the question
     * @throws AlreadyAnswered when another answer was there first
     * @throws InvitationClosed when the invitation was cancelled or expired before it was answered
     * @throws IntakeUnavailable when it cannot be stored right now
     */
    public void answerNow(Invitation invitation, SurveyVersion survey, int score, String comment, String locale) {
        store(checked(invitation, survey, score, comment, locale));
    }

    /**
     * Takes the answer of somebody unknown through a public link, and waits until it is stored.
     *
     * @param survey the version that was shown
     * @param channel where the contact takes place
     * @param submission names this one form: sent again, it is the same answer
     * @throws AlreadyAnswered when the same form was sent with another answer before
     * @throws IntakeUnavailable when it cannot be stored right now
     */
    public void answerThroughLink(
            PublicLink link,
            SurveyVersion survey,
            String channel,
            String submission,
            int score,
            String comment,
            String locale) {
        store(Answer.through(link, survey, channel, submission, score, comment, locale, clock.instant()));
    }

    private void store(Answer answer) {
        try {
            intake.take(answer, null).toCompletableFuture().join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException reason ? reason : e;
        }
    }

    /** @param request null when the caller gave no Idempotency-Key */
    CompletionStage<Submitted> submit(SubmitResponse sent, IdempotentRequest request) {
        refuseHalves(sent);
        return intake.take(sent.answersAnInvitation() ? toInvitation(sent) : takenElsewhere(sent), request);
    }

    private Answer toInvitation(SubmitResponse sent) {
        Invitation invitation = catalog.invitation(new Token(sent.invitation())).orElseThrow(UnknownInvitation::new);
        SurveyVersion survey = catalog.survey(invitation.survey())
                .orElseThrow(() -> new UnknownSurvey(invitation.survey().survey()));
        return checked(invitation, survey, sent.score(), sent.words(), sent.locale());
    }

    private Answer checked(Invitation invitation, SurveyVersion survey, int score, String comment, String locale) {
        Instant now = clock.instant();
        if (!invitation.isOpenAt(now) && responses.toInvitation(invitation.id()).isEmpty()) {
            throw new InvitationClosed();
        }
        return Answer.to(invitation, survey, score, comment, locale, now);
    }

    private Answer takenElsewhere(SubmitResponse sent) {
        SurveyVersion survey = catalog.latestSurvey(sent.survey()).orElseThrow(() -> new UnknownSurvey(sent.survey()));
        var touchpoint =
                catalog.touchpoint(sent.touchpoint()).orElseThrow(() -> new UnknownTouchpoint(sent.touchpoint()));
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
