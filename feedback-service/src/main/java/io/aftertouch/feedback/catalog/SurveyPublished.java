package io.aftertouch.feedback.catalog;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;

/** survey-service published a version of a survey, or somebody there wants to see what its form would look like. */
record SurveyPublished(
        String key,
        int version,
        Metric metric,
        Scale scale,
        String subject,
        String title,
        String brandName,
        Brand brand,
        String defaultLanguage,
        Duration editWindow,
        Map<String, Wording> texts,
        Instant publishedAt) {

    private static final Duration USUAL_EDIT_WINDOW = Duration.ofHours(24);

    /** Fills in what versions lack that were published before it was known of. */
    SurveyPublished {
        Objects.requireNonNull(metric, "metric");
        Objects.requireNonNull(scale, "scale");
        Objects.requireNonNull(brandName, "brandName");
        brand = Objects.requireNonNullElseGet(brand, () -> new Brand(brandName, null, null));
        editWindow = Objects.requireNonNullElse(editWindow, USUAL_EDIT_WINDOW);
        texts = Map.copyOf(texts);
        int scores = scale.scores().size();
        texts.values().forEach(wording -> wording.mustFit(scores));
    }
}
