package io.aftertouch.score.dashboard;

import java.util.List;

/**
 * Scores over time as a drawing of 1,200 by 240 that is stretched to its card, with the numbers behind it. Labels are HTML beside it.
 */
public record Chart(
        String title,
        String finding,
        String description,
        List<String> yLabels,
        List<GridLine> grid,
        List<String> bands,
        List<String> lines,
        List<String> openLines,
        List<String> points,
        List<String> holes,
        List<Since> since,
        boolean gapOfVersions,
        List<Tick> ticks,
        String stepName,
        List<Row> rows) {

    /** A line across, the zero line among them. */
    public record GridLine(String y, boolean zero) {}

    /** The start of a hot spot. */
    public record Since(String x, String label) {}

    /** A label below; on narrow screens only every third one is shown. */
    public record Tick(String label, boolean odd) {}

    /** The numbers of one step. */
    public record Row(
            String from,
            boolean open,
            boolean hidden,
            String value,
            String interval,
            long n,
            long positive,
            long neutral,
            long negative) {}
}
