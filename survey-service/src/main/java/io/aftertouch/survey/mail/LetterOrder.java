package io.aftertouch.survey.mail;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;

import io.aftertouch.survey.survey.Language;
import io.aftertouch.survey.survey.SurveyPublished;

/**
 * What a letter needs to be written.
 *
 * @param reminder whether the same question was sent before
 * @param neutral whether nothing in it may look like advertising: no logo, no slogan, no offer, no praise
 * @param form where the question is answered
 * @param unsubscribe where the respondent says: do not ask me again
 */
public record LetterOrder(
        SurveyPublished survey,
        Language language,
        Optional<String> name,
        Instant occurredAt,
        Instant expiresAt,
        URI form,
        URI unsubscribe,
        boolean reminder,
        boolean neutral) {}
