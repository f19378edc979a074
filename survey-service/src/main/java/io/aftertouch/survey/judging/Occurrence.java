package io.aftertouch.survey.judging;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * The event as the judge sees it: what happened, when, and under which circumstances.
 *
 * @param source the system that says so
 * @param id its name there, unique within the source
 */
public record Occurrence(
        String source,
        String id,
        String touchpoint,
        Instant occurredAt,
        Map<String, String> segments,
        Map<String, String> attributes) {

    private static final String SEGMENT = "segment.";
    private static final String ATTRIBUTE = "attribute.";

    /** The country that the segments name, if it is a country code. */
    public Optional<String> country() {
        return Optional.ofNullable(segments.get("country")).filter(code -> code.matches("[A-Z]{2}"));
    }

    /** Without what only belongs to this event, which may tell whom it was about. */
    public Occurrence withoutAttributes() {
        return new Occurrence(source, id, touchpoint, occurredAt, segments, Map.of());
    }

    Optional<String> lookUp(String field) {
        if (field.startsWith(SEGMENT)) {
            return Optional.ofNullable(segments.get(field.substring(SEGMENT.length())));
        }
        return Optional.ofNullable(attributes.get(field.substring(ATTRIBUTE.length())));
    }
}
