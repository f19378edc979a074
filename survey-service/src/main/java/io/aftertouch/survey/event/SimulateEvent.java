package io.aftertouch.survey.event;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.aftertouch.platform.edit.Shapes;
import io.aftertouch.survey.respondent.RespondentDetails;
import io.aftertouch.survey.trigger.CreateRule;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An event as {@link ReceiveEvent} says it, and beside it a rule that is not saved. */
@Schema(name = "SimulatedEvent", description = "An event, and a rule to try on it")
record SimulateEvent(
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
                attributes,

        @Valid
        @Schema(
                description =
                        "A rule as it would be saved, judged beside the others; left out: only the saved ones are")
        CreateRule rule,

        @Schema(description = "Id of the rule that it would take the place of; left out: it would be a new one")
        UUID replaces) {

    ReceiveEvent event() {
        return new ReceiveEvent(id, source, touchpoint, occurredAt, respondent, segments, attributes);
    }

    @JsonIgnore
    @AssertTrue(message = "rule must wait at the touchpoint of the event")
    @Schema(hidden = true)
    public boolean isRuleOfTheTouchpoint() {
        return rule == null || rule.touchpoint() == null || rule.touchpoint().equals(touchpoint);
    }

    @JsonIgnore
    @AssertTrue(message = "replaces needs a rule")
    @Schema(hidden = true)
    public boolean isReplacementThere() {
        return replaces == null || rule != null;
    }
}
