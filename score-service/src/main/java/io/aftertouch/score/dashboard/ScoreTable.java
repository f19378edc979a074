package io.aftertouch.score.dashboard;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import io.aftertouch.score.metric.Band;
import io.aftertouch.score.metric.Score;
import io.aftertouch.score.report.ScoreReport;

/** The columns of a score wherever scores are handed out as CSV: what the API says, unrounded. */
final class ScoreTable {

    static final List<String> COLUMNS = List.of(
            "metric", "scale", "from", "to", "n", "score", "low", "high", "method", "positive", "neutral", "negative");

    private ScoreTable() {}

    static List<Object> cells(ScoreReport.Group group, ScoreReport.Bucket bucket) {
        List<Object> cells = new ArrayList<>(Arrays.asList(
                group.scale().metric(),
                group.scale().key(),
                bucket.span().from(),
                bucket.span().to()));
        bucket.shown().ifPresentOrElse(score -> cells.addAll(numbers(score)), () -> cells.addAll(nothing()));
        return cells;
    }

    private static List<Object> numbers(Score score) {
        var estimate = score.estimate();
        return Arrays.asList(
                score.n(),
                estimate.map(Score.Estimate::value).orElse(null),
                estimate.map(one -> one.interval().low()).orElse(null),
                estimate.map(one -> one.interval().high()).orElse(null),
                estimate.map(one -> one.interval().method()).orElse(null),
                score.in(Band.POSITIVE),
                score.in(Band.NEUTRAL),
                score.in(Band.NEGATIVE));
    }

    private static List<Object> nothing() {
        return Arrays.asList(new Object[8]);
    }
}
