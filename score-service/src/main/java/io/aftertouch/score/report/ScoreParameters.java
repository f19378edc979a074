package io.aftertouch.score.report;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Predicate;

import io.aftertouch.score.metric.Metric;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

/** A question about scores as it stands in an address. */
class ScoreParameters {

    @Parameter(required = true, description = "NPS, CSAT or CES.", schema = @Schema(implementation = Metric.class))
    @RestQuery
    String metric;

    @Parameter(description = "Keys of touchpoints; any of them.")
    @RestQuery
    List<String> touchpoint;

    @Parameter(description = "Keys of journey stages; any of them.")
    @RestQuery
    List<String> stage;

    @Parameter(
            description =
                    "Segments at the time of the interaction, as in country:DK. Of one dimension any, of several dimensions all.")
    @RestQuery
    List<String> segment;

    @Parameter(description = "Channels on which answers came in; any of them.")
    @RestQuery
    List<String> channel;

    @Parameter(description = "Surveys by key (delivery) or by version (delivery/3); any of them.")
    @RestQuery
    List<String> survey;

    @Parameter(
            description =
                    "First instant, RFC 3339, or a date, which stands for the start of that day in timeZone. Widened to the full hour.")
    @RestQuery
    String from;

    @Parameter(description = "First instant or date that no longer counts. Widened to the full hour.")
    @RestQuery
    String to;

    @Parameter(
            description = "Cuts the time into steps: hour, day, week (from Monday), month or none.",
            schema = @Schema(type = SchemaType.STRING, defaultValue = "none"))
    @RestQuery
    String interval;

    @Parameter(
            description = "touchpoint, stage, channel, survey (by version) or segment:<dimension>, as in segment:plan.")
    @RestQuery
    String groupBy;

    @Parameter(
            description =
                    "Where days, weeks and months begin, as in Europe/Copenhagen. The installation's zone if left out.")
    @RestQuery
    String timeZone;

    /** @throws InvalidQuery naming every parameter that cannot be understood */
    ScoreQuery query(ZoneId installationZone, Predicate<String> knownDimension) {
        QueryReader reader = new QueryReader();
        Metric askedMetric = reader.required("metric", metric, Metric::valueOf, "must be NPS, CSAT or CES");
        ZoneId zone = reader.zone("timeZone", timeZone, installationZone);
        Instant start = reader.instant("from", from, zone);
        Instant end = reader.instant("to", to, zone);
        reader.checkRange("to", start, end);
        ScoreQuery query = new ScoreQuery(
                askedMetric,
                reader.values("touchpoint", touchpoint),
                reader.values("stage", stage),
                reader.segments("segment", segment, knownDimension),
                reader.values("channel", channel),
                reader.values("survey", survey),
                start,
                end,
                reader.optional("interval", interval, Step.NONE, Step::of, "must be one of " + Step.words()),
                grouping(reader, knownDimension),
                zone);
        reader.throwIfWrong();
        return query;
    }

    private Grouping grouping(QueryReader reader, Predicate<String> knownDimension) {
        if (groupBy != null && groupBy.startsWith("segment:")) {
            String dimension = groupBy.substring("segment:".length());
            if (!knownDimension.test(dimension)) {
                reader.wrong("groupBy", "names a dimension that no answer has had yet: " + dimension);
            }
            return new Grouping.BySegment(dimension);
        }
        return reader.optional(
                "groupBy",
                groupBy,
                new Grouping.None(),
                ScoreParameters::grouping,
                "must be touchpoint, stage, channel, survey or segment:<dimension>");
    }

    private static Grouping grouping(String word) {
        return switch (word) {
            case "touchpoint" -> new Grouping.ByTouchpoint();
            case "stage" -> new Grouping.ByStage();
            case "channel" -> new Grouping.ByChannel();
            case "survey" -> new Grouping.BySurvey();
            default -> throw new IllegalArgumentException(word);
        };
    }
}
