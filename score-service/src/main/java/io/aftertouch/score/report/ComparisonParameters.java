package io.aftertouch.score.report;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

import io.aftertouch.score.metric.Metric;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

/** Two questions about scores as they stand in an address: the first, and in what the second differs from it. */
class ComparisonParameters {

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

    @Parameter(description = "Touchpoints of the second side, in place of those of the first.")
    @RestQuery
    List<String> againstTouchpoint;

    @Parameter(description = "Stages of the second side, in place of those of the first.")
    @RestQuery
    List<String> againstStage;

    @Parameter(description = "Segments of the second side, in place of all those of the first.")
    @RestQuery
    List<String> againstSegment;

    @Parameter(description = "Channels of the second side, in place of those of the first.")
    @RestQuery
    List<String> againstChannel;

    @Parameter(description = "Surveys of the second side, in place of those of the first.")
    @RestQuery
    List<String> againstSurvey;

    @Parameter(
            description =
                    "Where the second period begins. With againstTo in place of the period of the first side; if neither is given, it is the same period.")
    @RestQuery
    String againstFrom;

    @Parameter(description = "Where the second period ends.")
    @RestQuery
    String againstTo;

    @Parameter(description = "Where days begin, as in Europe/Copenhagen. The installation's zone if left out.")
    @RestQuery
    String timeZone;

    /** @throws InvalidQuery naming every parameter that cannot be understood */
    ComparisonQuery query(ZoneId installationZone, Predicate<String> knownDimension) {
        QueryReader reader = new QueryReader();
        Metric askedMetric = reader.required("metric", metric, Metric::valueOf, "must be NPS, CSAT or CES");
        ZoneId zone = reader.zone("timeZone", timeZone, installationZone);
        Instant start = reader.instant("from", from, zone);
        Instant end = reader.instant("to", to, zone);
        reader.checkRange("to", start, end);
        ScoreQuery first = new ScoreQuery(
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
        ScoreQuery second = new ScoreQuery(
                askedMetric,
                insteadOf(first.touchpoints(), reader.values("againstTouchpoint", againstTouchpoint)),
                insteadOf(first.stages(), reader.values("againstStage", againstStage)),
                againstSegment.isEmpty()
                        ? first.segments()
                        : reader.segments("againstSegment", againstSegment, knownDimension),
                insteadOf(first.channels(), reader.values("againstChannel", againstChannel)),
                insteadOf(first.surveys(), reader.values("againstSurvey", againstSurvey)),
                start,
                end,
                Step.NONE,
                new Grouping.None(),
                zone);
        Instant againstStart = reader.instant("againstFrom", againstFrom, zone);
        Instant againstEnd = reader.instant("againstTo", againstTo, zone);
        reader.checkRange("againstTo", againstStart, againstEnd);
        reader.throwIfWrong();
        boolean samePeriod = againstStart == null && againstEnd == null;
        return new ComparisonQuery(first, samePeriod ? second : second.between(againstStart, againstEnd));
    }

    private static Set<String> insteadOf(Set<String> first, Set<String> second) {
        return second.isEmpty() ? first : second;
    }
}
