package io.aftertouch.survey.trigger;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.aftertouch.survey.judging.Channel;
import io.aftertouch.survey.judging.Outcome;
import io.aftertouch.survey.judging.Reason;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a rule would have decided about past events, beside what was decided really.
 *
 * @param would how often the rule would have decided what, the most frequent first
 * @param events the latest first
 */
@Schema(name = "Replay")
public record Replayed(String touchpoint, List<Tally> would, List<Line> events) {

    /** How often something was decided. */
    @Schema(name = "ReplayCount")
    public record Tally(Outcome outcome, Reason reason, long count) {}

    /**
     * One event.
     *
     * @param would what the rule would have decided
     * @param decided what was decided really, rule by rule
     */
    @Schema(name = "ReplayedEvent")
    public record Line(UUID eventId, Instant occurredAt, String respondent, Would would, List<Was> decided) {}

    /**
     * What the rule would have decided.
     *
     * @param dueAt when it would have been asked; null when not
     * @param freeAt when the person would have been free, if time stood against it
     */
    @Schema(name = "ReplayDecision")
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Would(Outcome outcome, Reason reason, Channel channel, Instant dueAt, Instant freeAt) {}

    /**
     * What was decided when the event came in.
     *
     * @param rule null when no rule waited
     * @param replayed whether this is the rule that the draft would take the place of
     */
    @Schema(name = "ReplayPast")
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Was(UUID rule, String survey, Outcome outcome, Reason reason, boolean replayed) {}
}
