package io.aftertouch.score.crm;

import java.time.Instant;
import java.util.Optional;

import io.aftertouch.score.metric.Band;
import io.aftertouch.score.metric.Metric;
import io.aftertouch.score.metric.Scale;

/**
 * What a respondent answered last of one metric.
 *
 * @param answers how many answers of the metric are kept
 * @param previous the score before, empty when there is none or it was given on another scale
 */
record LastScore(
        Scale scale,
        int score,
        Instant answeredAt,
        Place touchpoint,
        Place survey,
        int surveyVersion,
        int answers,
        Optional<Integer> previous) {

    /** Something by its key and the name that people call it by. */
    record Place(String key, String name) {}

    Metric metric() {
        return scale.metric();
    }

    Band band() {
        return scale.band(score);
    }

    Optional<Trend> trend() {
        return previous.map(before -> Trend.of(scale, before, score));
    }
}
