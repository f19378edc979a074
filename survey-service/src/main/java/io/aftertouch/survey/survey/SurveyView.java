package io.aftertouch.survey.survey;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * A survey as it is being edited.
 *
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
                survey.state(),
                survey.publishedVersion(),
                survey.version(),
                survey.createdAt(),
                survey.changedAt());
    }
}
