package io.aftertouch.score.report;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

/** Two questions about scores as they stand in an address: the first, and in what the second differs from it. */
class ComparisonParameters extends AnswerParameters {

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

    /** @throws InvalidQuery naming every parameter that cannot be understood */
    ComparisonQuery query(ZoneId installationZone, Predicate<String> knownDimension) {
        QueryReader reader = new QueryReader();
        ScoreQuery first = query(reader, installationZone, knownDimension);
        ScoreQuery second = new ScoreQuery(
                first.metric(),
                insteadOf(first.touchpoints(), reader.values("againstTouchpoint", againstTouchpoint)),
                insteadOf(first.stages(), reader.values("againstStage", againstStage)),
                againstSegment.isEmpty()
                        ? first.segments()
                        : reader.segments("againstSegment", againstSegment, knownDimension),
                insteadOf(first.channels(), reader.values("againstChannel", againstChannel)),
                insteadOf(first.surveys(), reader.values("againstSurvey", againstSurvey)),
                first.from(),
                first.to(),
                first.step(),
                first.grouping(),
                first.zone());
        Instant againstStart = reader.instant("againstFrom", againstFrom, first.zone());
        Instant againstEnd = reader.instant("againstTo", againstTo, first.zone());
        reader.checkRange("againstTo", againstStart, againstEnd);
        reader.throwIfWrong();
        boolean samePeriod = againstStart == null && againstEnd == null;
        return new ComparisonQuery(first, samePeriod ? second : second.between(againstStart, againstEnd));
    }

    private static Set<String> insteadOf(Set<String> first, Set<String> second) {
        return second.isEmpty() ? first : second;
    }
}
