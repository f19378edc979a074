package io.aftertouch.score.report;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import io.aftertouch.score.metric.Metric;
import io.aftertouch.score.metric.Scale;
import io.aftertouch.score.metric.Score;
import io.aftertouch.score.tally.Span;

/** The answer to a question about scores. The API and the pages both show this and nothing else. */
public record ScoreReport(Metric metric, Instant asOf, List<Group> groups) {

    /** The name of the group of those answers that carry no value of the dimension they are grouped by. */
    public static final String WITHOUT = "(none)";

    /** Scores of one group on one scale; the key is null when the report is not grouped. */
    public record Group(String key, String name, Scale scale, List<Bucket> buckets) {}

    /** One score over one span. Hidden ones hold too few answers to be shown, or would give such a one away. */
    public record Bucket(Span span, Score score, boolean hidden) {

        /** The score, unless it has to stay hidden. */
        public Optional<Score> shown() {
            return hidden ? Optional.empty() : Optional.of(score);
        }
    }

    /** The scale of all groups, if it is the same one. */
    public Optional<Scale> scale() {
        List<Scale> scales = groups.stream().map(Group::scale).distinct().toList();
        return scales.size() == 1 ? Optional.of(scales.getFirst()) : Optional.empty();
    }
}
