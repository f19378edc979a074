package io.aftertouch.score.ingest;

import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;

import io.aftertouch.score.metric.Scale;

/**
 * Somebody answered: of all that the event says, what the tallies need. It names touchpoint, survey version and scale itself, so it
 * can be counted before any of them has been announced here.
 */
record ResponseRecorded(
        String survey,
        Integer surveyVersion,
        String scale,
        String touchpoint,
        String channel,
        Map<String, String> segments,
        Integer score,
        Instant answeredAt) {

    /** An answer on which no channel is known is counted under this name. */
    private static final String NO_CHANNEL = "unknown";

    ResponseRecorded {
        if (survey == null || surveyVersion == null || touchpoint == null || score == null || answeredAt == null) {
            throw new IllegalArgumentException("A response.recorded lacks a property that it must have");
        }
        channel = channel == null || channel.isEmpty() ? NO_CHANNEL : channel;
        segments = segments == null ? Map.of() : given(segments);
    }

    /** An empty value says as much as none. */
    private static Map<String, String> given(Map<String, String> segments) {
        return segments.entrySet().stream()
                .filter(segment ->
                        segment.getValue() != null && !segment.getValue().isEmpty())
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** The scale with its standard bands; the announced version may have others, which are applied whenever scores are read. */
    Scale standardScale() {
        Scale standard =
                Scale.standard(scale).orElseThrow(() -> new IllegalArgumentException("There is no scale " + scale));
        if (!standard.includes(score)) {
            throw new IllegalArgumentException("The score " + score + " is not on the scale " + scale);
        }
        return standard;
    }
}
