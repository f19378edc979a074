package io.aftertouch.survey.optout;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import io.aftertouch.platform.retry.RetryOnConflict;
import io.aftertouch.survey.invitation.Invitations;
import io.aftertouch.survey.respondent.Respondents;
import io.aftertouch.survey.survey.Language;
import io.aftertouch.survey.survey.SurveyPublished;
import io.aftertouch.survey.survey.Surveys;

/** Lets whoever holds the link of an invitation end all questions. */
@ApplicationScoped
class OptingOut {

    private final Invitations invitations;
    private final Respondents respondents;
    private final Surveys surveys;

    OptingOut(Invitations invitations, Respondents respondents, Surveys surveys) {
        this.invitations = invitations;
        this.respondents = respondents;
        this.surveys = surveys;
    }

    /** Who asks, and in which language they would write to this person. */
    record Sender(String brand, Language language) {}

    /** The sender of the invitation that the token belongs to, if there is one. */
    @Transactional
    Optional<Sender> sender(String token) {
        return invitations.byToken(token).map(this::sender);
    }

    /** Ends all questions; doing so twice is doing so once. Empty when no invitation has this token. */
    @RetryOnConflict
    @Transactional
    Optional<Sender> optOut(String token) {
        Optional<Invitations.Recipient> recipient = invitations.byToken(token);
        recipient.ifPresent(found -> respondents.optOut(found.respondentRef()));
        return recipient.map(this::sender);
    }

    private Sender sender(Invitations.Recipient recipient) {
        SurveyPublished survey = surveys.published(recipient.survey(), recipient.surveyVersion());
        Language language = respondents
                .get(recipient.respondentRef())
                .locale()
                .flatMap(Language::of)
                .or(() -> Language.of(survey.defaultLanguage()))
                .orElse(Language.EN);
        return new Sender(survey.brandName(), language);
    }
}
