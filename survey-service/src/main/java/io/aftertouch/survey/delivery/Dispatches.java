package io.aftertouch.survey.delivery;

import java.util.Optional;

import jakarta.inject.Singleton;

import io.aftertouch.survey.invitation.Claim;
import io.aftertouch.survey.invitation.Invitation;
import io.aftertouch.survey.invitation.InvitationLife;
import io.aftertouch.survey.invitation.InvitationLinks;
import io.aftertouch.survey.judging.Channel;
import io.aftertouch.survey.mail.LetterOrder;
import io.aftertouch.survey.respondent.Respondent;
import io.aftertouch.survey.respondent.Respondents;
import io.aftertouch.survey.survey.Language;
import io.aftertouch.survey.survey.SurveyPublished;
import io.aftertouch.survey.survey.Surveys;

/** Gathers what has to be known to hand an invitation or its reminder over. */
@Singleton
class Dispatches {

    private final InvitationLife life;
    private final InvitationLinks links;
    private final Respondents respondents;
    private final Surveys surveys;

    Dispatches(InvitationLife life, InvitationLinks links, Respondents respondents, Surveys surveys) {
        this.life = life;
        this.links = links;
        this.respondents = respondents;
        this.surveys = surveys;
    }

    Dispatch invitation(Claim claim, Invitation invitation, boolean neutral) {
        return new Dispatch(
                claim,
                false,
                invitation.attempts(),
                message(invitation, false, neutral, links.messageId(invitation), Optional.empty()));
    }

    /** It answers the invitation, so that mail programs show both as one conversation. */
    Dispatch reminder(Claim claim, Invitation invitation, boolean neutral) {
        return new Dispatch(
                claim,
                true,
                invitation.reminderAttempts(),
                message(
                        invitation,
                        true,
                        neutral,
                        links.reminderId(invitation),
                        Optional.of(links.messageId(invitation))));
    }

    private Dispatch.Message message(
            Invitation invitation, boolean reminder, boolean neutral, String messageId, Optional<String> inReplyTo) {
        Respondent respondent = respondents.get(invitation.respondentRef());
        life.address(invitation, respondent);
        SurveyPublished survey = surveys.published(invitation.survey(), invitation.surveyVersion());
        if (invitation.channel() == Channel.WEBHOOK) {
            return new Dispatch.Text(
                    messageId.substring(1, messageId.indexOf('@')),
                    invitation.id(),
                    reminder,
                    respondent.phoneContact().orElseThrow(),
                    language(respondent, survey),
                    survey.brandName(),
                    invitation.survey(),
                    invitation.touchpoint(),
                    links.form(invitation.id()),
                    links.unsubscribe(invitation.id()));
        }
        return new Dispatch.Letter(
                messageId, inReplyTo, respondent.email().orElseThrow(), letter(invitation, reminder, neutral));
    }

    /** Whether there is somebody with an e-mail address to write to. */
    boolean isAddressed(Invitation invitation) {
        Respondent respondent = respondents.get(invitation.respondentRef());
        return respondent != null && respondent.email().isPresent();
    }

    /** The letter of an invitation, as it was or would be written. */
    LetterOrder letter(Invitation invitation, boolean reminder, boolean neutral) {
        Respondent respondent = respondents.get(invitation.respondentRef());
        SurveyPublished survey = surveys.published(invitation.survey(), invitation.surveyVersion());
        return new LetterOrder(
                survey,
                language(respondent, survey),
                respondent.name(),
                invitation.occurredAt(),
                invitation.expiresAt(),
                links.form(invitation.id()),
                links.unsubscribe(invitation.id()),
                reminder,
                neutral);
    }

    private static Language language(Respondent respondent, SurveyPublished survey) {
        return respondent
                .locale()
                .flatMap(Language::of)
                .or(() -> Language.of(survey.defaultLanguage()))
                .orElse(Language.EN);
    }
}
