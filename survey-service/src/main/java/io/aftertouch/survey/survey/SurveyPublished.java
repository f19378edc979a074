package io.aftertouch.survey.survey;

import java.time.Instant;
import java.util.Map;

/**
 * A version of a survey with everything that a form, an e-mail or a score needs to know of it. Told to the other services, and kept as the
 * version's definition.
 *
 * @param texts by language tag
 */
public record SurveyPublished(
        String key,
        int version,
        Metric metric,
        Scale scale,
        String subject,
        String title,
        String brandName,
        String defaultLanguage,
        Map<String, SurveyTexts> texts,
        Instant publishedAt) {

    static final String TOPIC = "surveys";
    static final String TYPE = "survey.published";

    String eventKey() {
        return key + "/" + version;
    }

    /** The words in a language, or in the survey's own when there are none. */
    public SurveyTexts texts(Language language) {
        SurveyTexts found = texts.get(language.tag());
        return found == null ? texts.get(defaultLanguage) : found;
    }

    /** Whether customers would see or count anything differently. */
    boolean sameAs(SurveyPublished other) {
        return equals(new SurveyPublished(
                other.key,
                version,
                other.metric,
                other.scale,
                other.subject,
                other.title,
                other.brandName,
                other.defaultLanguage,
                other.texts,
                publishedAt));
    }
}
