package io.aftertouch.feedback.catalog;

import java.time.Instant;
import java.util.Map;

/** survey-service published a version of a survey. */
record SurveyPublished(
        String key,
        int version,
        Metric metric,
        Scale scale,
        String subject,
        String title,
        String brandName,
        String defaultLanguage,
        Map<String, Wording> texts,
        Instant publishedAt) {}
