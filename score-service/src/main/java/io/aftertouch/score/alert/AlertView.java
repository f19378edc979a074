package io.aftertouch.score.alert;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.aftertouch.platform.access.CallerNames;
import io.aftertouch.score.cusum.Cells.Standing;
import io.aftertouch.score.metric.Metric;
import io.aftertouch.score.segment.Segment;
import io.aftertouch.score.watch.Share;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A lasting problem: where, since when, how much worse, and what it was held against. */
@Schema(name = "Alert")
@JsonInclude(JsonInclude.Include.ALWAYS)
record AlertView(
        @Schema(required = true) UUID id,

        @Schema(required = true, description = "Grows with every step; the ETag.")
        int version,

        @Schema(required = true) AlertState state,
        @Schema(required = true) String touchpoint,
        @Schema(required = true) String name,
        @Schema(required = true) Metric metric,
        @Schema(required = true) String scale,

        @Schema(description = "As in country:SE; null when all respondents are concerned.", nullable = true)
        String segment,

        @Schema(required = true, description = "The first answer of the problem, as far as can be told.")
        Instant since,

        @Schema(required = true) Instant openedAt,

        @Schema(description = "Null while the problem lasts.", nullable = true)
        Instant recoveredAt,

        @Schema(required = true) Instant changedAt,

        @Schema(required = true, description = "The past that it is held against.")
        AlertShare before,

        @Schema(required = true, description = "The answers since.")
        AlertShare after,

        @Schema(required = true) Watch watch,

        @Schema(
                required = true,
                description = "Other segments that are alarmed by the same problem; \"all\" is every respondent.")
        List<String> alsoAlarmed,

        @Schema(description = "Who saw it first; null while nobody has.", nullable = true)
        String acknowledgedBy,

        @Schema(nullable = true) Instant acknowledgedAt,

        @Schema(
                description = "Until then it is not counted and its growth not told; may lie in the past.",
                nullable = true)
        Instant mutedUntil,

        @Schema(required = true, description = "The negative answers behind it, in feedback-service.")
        String answers,

        @Schema(description = "What happened to it, first to last; null in lists.", nullable = true)
        List<StepView> history) {

    /** What the answers are held against. */
    @Schema(name = "AlertWatch")
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Watch(
            @Schema(required = true, description = "Percent negative that the past makes expect.")
            double expectedShare,

            @Schema(required = true, description = "Percent negative that has to be noticed.")
            double alarmingShare,

            @Schema(required = true, description = "So many negative answers beyond what is let pass raise the alarm.")
            double limit,

            @Schema(
                    description = "Where the evidence stands now, up to the limit; null once the problem is over.",
                    nullable = true)
            Double level,

            @Schema(required = true, description = "After how many answers on average chance alone raises an alarm.")
            double quietAnswers,

            @Schema(required = true, description = "After how many answers on average the alarming share raises it.")
            double delayAnswers) {}

    @Schema(name = "AlertShare")
    record AlertShare(
            @Schema(required = true) long negative,
            @Schema(required = true) long n,

            @Schema(required = true, description = "Percent.")
            double share) {

        static AlertShare of(Share share) {
            return new AlertShare(share.negative(), share.n(), share.n() == 0 ? 0 : 100 * share.value());
        }
    }

    /** One line of the history. */
    @Schema(name = "AlertStep")
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record StepView(
            @Schema(required = true) Step step,

            @Schema(description = "Who did it; null when the watch did.", nullable = true)
            String by,

            @Schema(description = "What was said with it, or the figures of that moment.", nullable = true)
            String text,

            @Schema(required = true) Instant at) {}

    static AlertView of(AlertReading.Read read, CallerNames names, List<AlertStep> history) {
        Alert alert = read.alert();
        return new AlertView(
                alert.id(),
                alert.version(),
                alert.state(),
                alert.touchpoint(),
                read.name(),
                alert.metric(),
                alert.scale(),
                alert.segment().map(Segment::toString).orElse(null),
                alert.since(),
                alert.openedAt(),
                alert.recoveredAt(),
                alert.changedAt(),
                AlertShare.of(alert.before()),
                AlertShare.of(after(read)),
                new Watch(
                        100 * alert.expected(),
                        100 * alert.alarming(),
                        alert.limitInAnswers(),
                        read.standing()
                                .map(standing -> standing.gauge().inAnswers(standing.level()))
                                .orElse(null),
                        alert.quiet(),
                        alert.delay()),
                read.others().stream().map(AlertView::cellName).toList(),
                names.shown(alert.acknowledgedBy()),
                alert.acknowledgedAt(),
                alert.mutedUntil(),
                "/api/v1/responses?touchpoint=" + encoded(alert.touchpoint()) + answersQuery(alert),
                history == null
                        ? null
                        : history.stream()
                                .map(step ->
                                        new StepView(step.step(), names.shown(step.actor()), step.text(), step.at()))
                                .toList());
    }

    /** The figures of now while it is open, else those at its end. */
    static Share after(AlertReading.Read read) {
        return read.standing().map(Standing::after).orElse(read.alert().after());
    }

    static String cellName(Standing standing) {
        return standing.cell().segment().map(Segment::toString).orElse("all");
    }

    /** All filters of the answers but the touchpoint, which the page and the API of answers call by different names. */
    static String answersQuery(Alert alert) {
        return "&metric=" + alert.metric()
                + alert.segment()
                        .map(segment -> "&segment=" + encoded(segment.toString()))
                        .orElse("")
                + "&band=NEGATIVE&from=" + encoded(alert.since().toString())
                + (alert.recoveredAt() == null
                        ? ""
                        : "&to=" + encoded(alert.recoveredAt().toString()));
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
