package io.aftertouch.score.report;

import java.time.ZoneId;
import java.util.function.Predicate;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

/** A question about scores as it stands in an address. */
class ScoreParameters extends AnswerParameters {

    @Parameter(
            description = "Cuts the time into steps: hour, day, week (from Monday), month or none.",
            schema = @Schema(type = SchemaType.STRING, defaultValue = "none"))
    @RestQuery
    String interval;

    @Parameter(
            description = "touchpoint, stage, channel, survey (by version) or segment:<dimension>, as in segment:plan.")
    @RestQuery
    String groupBy;

    /** @throws InvalidQuery naming every parameter that cannot be understood */
    ScoreQuery query(ZoneId installationZone, Predicate<String> knownDimension) {
        QueryReader reader = new QueryReader();
        ScoreQuery query = query(reader, installationZone, knownDimension)
                .per(reader.optional("interval", interval, Step.NONE, Step::of, "must be one of " + Step.words()))
                .by(grouping(reader, knownDimension));
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
