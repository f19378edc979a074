package io.aftertouch.score.report;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Predicate;

import io.aftertouch.score.metric.Metric;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

/** Which answers a question about scores is about, as it stands in an address. */
class AnswerParameters {

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
            description =
                    "Where days, weeks and months begin, as in Europe/Copenhagen. The installation's zone if left out.")
    @RestQuery
    String timeZone;

    /** What is wrong is noted, and the question is asked only when nothing is. */
    ScoreQuery query(QueryReader reader, ZoneId installationZone, Predicate<String> knownDimension) {
        Metric askedMetric = reader.required("metric", metric, Metric::valueOf, "must be NPS, CSAT or CES");
        ZoneId zone = reader.zone("timeZone", timeZone, installationZone);
        Instant start = reader.instant("from", from, zone);
        Instant end = reader.instant("to", to, zone);
        reader.checkRange("to", start, end);
        return new ScoreQuery(
                askedMetric,
                reader.values("touchpoint", touchpoint),
                reader.values("stage", stage),
                reader.segments("segment", segment, knownDimension),
                reader.values("channel", channel),
                reader.values("survey", survey),
                start,
                end,
                Step.NONE,
                new Grouping.None(),
                zone);
    }
}
