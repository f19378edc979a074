package io.aftertouch.feedback.recount;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonRawValue;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The answers of a touchpoint in one month as they stand, counted, and what was told about them and is still remembered. Both are of the same moment:
 * the counts are what all told events come to, those that nobody remembers any more included.
 */
@Schema(name = "Recounted")
record Recounted(List<Series> series, List<Told> told) {

    /** Answers that differ in nothing but hour and score. */
    @Schema(name = "RecountedSeries")
    record Series(
            String survey,
            int surveyVersion,
            String scale,
            String channel,
            Map<String, String> segments,
            List<Hour> hours) {}

    /**
     * @param hour when it began
     * @param answers how many gave the score 0, 1, … 10
     */
    @Schema(name = "RecountedHour")
    record Hour(Instant hour, long[] answers) {}

    /**
     * An event about one of the answers.
     *
     * @param sentAt null while the broker has not acknowledged it
     */
    @Schema(name = "RecountedEvent")
    record Told(
            UUID id,
            String type,
            Instant createdAt,
            Instant sentAt,

            @JsonRawValue @Schema(type = org.eclipse.microprofile.openapi.annotations.enums.SchemaType.OBJECT)
            String data) {}
}
