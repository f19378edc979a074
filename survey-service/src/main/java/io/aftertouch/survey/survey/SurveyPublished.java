package io.aftertouch.survey.survey;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonFormat;
import io.aftertouch.survey.brand.Brand;

/**
 * A version of a survey with everything that a form, an e-mail or a score needs to know of it. Told to the other services, and kept as the
 * version's definition.
 *
 * @param brandName the brand's name once more, for who needs no more of it
 * @param editWindow for how long after sending a customer can change the answer
 * @param neutralMail whether its e-mail was proved to be neutral, so that it may be sent where only such mail is allowed
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
        Brand brand,
        String defaultLanguage,
        @JsonFormat(shape = JsonFormat.Shape.STRING) Duration editWindow,
        Boolean neutralMail,
        Map<String, SurveyTexts> texts,
        Instant publishedAt) {

    static final String TOPIC = "surveys";
    static final String TYPE = "survey.published";

    private static final Duration USUAL_EDIT_WINDOW = Duration.ofHours(24);

    /** Fills in what versions lack that were published before it was known of. */
    public SurveyPublished {
        brand = Objects.requireNonNullElseGet(brand, () -> new Brand(brandName, null, null));
        editWindow = Objects.requireNonNullElse(editWindow, USUAL_EDIT_WINDOW);
        neutralMail = Boolean.TRUE.equals(neutralMail);
    }

    /** Whether its e-mail may be sent where only neutral mail is allowed. */
    public boolean mayBeSentNeutrally() {
        return neutralMail;
    }

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
                other.brand,
                other.defaultLanguage,
                other.editWindow,
                other.neutralMail,
                other.texts,
                publishedAt));
    }
}
