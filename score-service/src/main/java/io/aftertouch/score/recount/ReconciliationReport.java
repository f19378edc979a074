package io.aftertouch.score.recount;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.aftertouch.score.metric.Counts;
import io.aftertouch.score.metric.Scale;
import io.aftertouch.score.tally.Grain;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One recount with what it found: the first differences, in order of touchpoint and month. */
@Schema(name = "ReconciliationReport")
record ReconciliationReport(
        ReconciliationView reconciliation,
        @Schema(description = "At most 500 of them") List<DifferenceView> differences) {

    /** One tally. */
    @Schema(name = "TallyDifference")
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record DifferenceView(
            String touchpoint,
            Grain grain,

            @Schema(description = "When its hour, day or month of UTC began")
            Instant bucket,

            @Schema(description = "Survey and version", examples = "delivery/3")
            String survey,

            String channel,
            Map<String, String> segments,

            @Schema(description = "How many answers gave the score 0, 1, … 10, as it was stored")
            List<Long> stored,

            @Schema(description = "The same by the answers themselves")
            List<Long> recounted,

            boolean repaired) {}

    /** The names that tallies have only as numbers. */
    record Labels(
            Function<Integer, String> touchpoint,
            Function<Integer, String> survey,
            Function<Integer, String> channel,
            Function<Integer, Map<String, String>> segments) {}

    static ReconciliationReport of(Run run, List<RunTable.Kept> differences, Labels labels) {
        return new ReconciliationReport(
                ReconciliationView.of(run),
                differences.stream().map(kept -> view(kept, labels)).toList());
    }

    private static DifferenceView view(RunTable.Kept kept, Labels labels) {
        var tally = kept.difference().tally();
        return new DifferenceView(
                labels.touchpoint().apply(tally.touchpoint()),
                tally.grain(),
                tally.bucket(),
                labels.survey().apply(tally.surveyVersion()),
                labels.channel().apply(tally.channel()),
                labels.segments().apply(tally.profile()),
                numbers(kept.difference().stored()),
                numbers(kept.difference().recounted()),
                kept.repaired());
    }

    private static List<Long> numbers(Counts counts) {
        return IntStream.rangeClosed(0, Scale.HIGHEST).mapToObj(counts::at).collect(Collectors.toUnmodifiableList());
    }
}
