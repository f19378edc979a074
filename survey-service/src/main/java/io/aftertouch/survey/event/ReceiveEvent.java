package io.aftertouch.survey.event;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import io.aftertouch.platform.edit.Shapes;
import io.aftertouch.survey.judging.Occurrence;
import io.aftertouch.survey.respondent.RespondentDetails;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "Event", description = "What a source system says happened to one respondent at one touchpoint")
record ReceiveEvent(
        @NotNull
        @Size(max = 128)
        @Pattern(regexp = Shapes.LINE, message = Shapes.LINE_MESSAGE)
        @Schema(description = "Name of the event at its source; (source, id) is unique", examples = "4711")
        String id,

        @NotNull
        @Pattern(regexp = Shapes.SOURCE, message = Shapes.SOURCE_MESSAGE)
        @Schema(description = "The system that says so", examples = "helpdesk")
        String source,

        @NotNull @Size(max = 64) @Schema(examples = "support.ticket-closed")
        String touchpoint,

        @NotNull Instant occurredAt,

        @NotNull @Valid RespondentDetails respondent,

        @Size(max = 50)
        @Schema(
                description = "What the respondent is at this moment",
                examples = "{\"country\": \"DK\", \"plan\": \"pro\"}")
        Map<
                        @NotNull @Pattern(regexp = Shapes.NAME, message = Shapes.NAME_MESSAGE) String,
                        @NotNull @Size(max = 64) @Pattern(regexp = Shapes.LINE, message = Shapes.LINE_MESSAGE) String>
                segments,

        @Size(max = 50) @Schema(description = "What belongs to this event", examples = "{\"ticketId\": \"4711\"}")
        Map<
                        @NotNull @Pattern(regexp = Shapes.NAME, message = Shapes.NAME_MESSAGE) String,
                        @NotNull @Size(max = 500) @Pattern(regexp = Shapes.LINE, message = Shapes.LINE_MESSAGE) String>
                attributes) {

    ReceiveEvent {
        occurredAt = occurredAt == null ? null : occurredAt.truncatedTo(ChronoUnit.MICROS);
    }

    EventName name() {
        return new EventName(source, id);
    }

    Occurrence occurrence() {
        return new Occurrence(source, id, touchpoint, occurredAt, sorted(segments), sorted(attributes));
    }

    private static Map<String, String> sorted(Map<String, String> map) {
        return new TreeMap<>(Objects.requireNonNullElse(map, Map.of()));
    }
}
