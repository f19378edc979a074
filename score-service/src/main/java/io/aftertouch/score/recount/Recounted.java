package io.aftertouch.score.recount;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;

/** What feedback-service says of one part: its answers as they stand, and what was told about them, all of one moment. */
record Recounted(List<Series> series, List<Told> told) {

    /** Answers that differ in nothing but hour and score. */
    record Series(
            String survey,
            int surveyVersion,
            String scale,
            String channel,
            Map<String, String> segments,
            List<Hour> hours) {}

    /** How many gave each score. */
    record Hour(Instant hour, long[] answers) {}

    /** An event; {@code sentAt} is null while the broker has not acknowledged it. */
    record Told(UUID id, String type, Instant createdAt, Instant sentAt, JsonNode data) {}
}
