package io.aftertouch.survey.mail;

import java.time.Instant;
import java.util.Optional;

import io.aftertouch.survey.survey.Language;
import io.aftertouch.survey.survey.SurveyPublished;

/**
 * What the e-mail around a colleague's words needs to be written.
 *
 * @param survey the version that was answered: the e-mail wears its brand
 * @param name of the respondent
 */
public record ReplyOrder(
        SurveyPublished survey,
        Language language,
        Optional<String> name,
        Instant answeredAt,
        String subject,
        String text) {}
