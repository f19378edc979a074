package io.aftertouch.score.catalog;

import java.time.Instant;

import io.aftertouch.score.metric.Metric;
import io.aftertouch.score.metric.Scale;

/** A survey version went out, with its scale as data. */
public record SurveyPublished(String key, int version, Metric metric, Scale scale, String title, Instant publishedAt) {

    public SurveyPublished {
        Announced.require("survey.published", key, metric, scale, publishedAt);
        if (scale.metric() != metric) {
            throw new IllegalArgumentException("The scale " + scale.key() + " does not measure " + metric);
        }
    }
}
