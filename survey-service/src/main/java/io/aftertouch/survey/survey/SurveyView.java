package io.aftertouch.survey.survey;

import java.time.Instant;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * A survey as it is being edited.
 *
 * @param texts by language: what it says in words of its own
 * @param editWindow an ISO 8601 duration
 * @param publishedVersion the version that customers see; 0 before the first publication
 * @param version the number in the ETag
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record SurveyView(
        String key,
        Metric metric,
        Scale scale,
        String subject,
        String title,
        String defaultLanguage,
        Map<String, OwnTexts> texts,
        String editWindow,
        boolean neutralMail,
        SurveyState state,
        int publishedVersion,
        int version,
        Instant createdAt,
        Instant changedAt) {

    static SurveyView of(Survey survey) {
        return new SurveyView(
                survey.key(),
                survey.metric(),
                survey.scale(),
                survey.subject(),
                survey.title(),
                survey.defaultLanguage().tag(),
                survey.settings().textsByTag(),
                survey.settings().editWindow().toString(),
                survey.settings().neutralMail(),
                survey.state(),
                survey.publishedVersion(),
                survey.version(),
                survey.createdAt(),
                survey.changedAt());
    }
}
