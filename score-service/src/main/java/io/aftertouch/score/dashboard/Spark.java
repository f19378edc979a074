package io.aftertouch.score.dashboard;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import io.aftertouch.score.metric.Metric;
import io.aftertouch.score.metric.Score;
import io.aftertouch.score.report.ScoreReport;

/**
 * A small line of the last weeks, on an axis of its own that is never less than 40 NPS points, 20 % or one CES point high, so that
 * noise looks like noise.
 *
 * @param end where the line ends, as a path
 * @param words what the line says, for those who do not see it
 */
public record Spark(String path, String end, String words) {

    private static final double WIDTH = 100;
    private static final double TOP = 2;
    private static final double BOTTOM = 26;

    private record Point(double x, double value) {}

    /** The line through all weeks whose score may be shown; empty if it would have no length. */
    static Optional<Spark> of(ScoreReport.Group weeks) {
        List<Point> points = new ArrayList<>();
        int last = weeks.buckets().size() - 1;
        for (int i = 0; i <= last; i++) {
            double x = WIDTH * i / last;
            weeks.buckets()
                    .get(i)
                    .shown()
                    .flatMap(Score::estimate)
                    .ifPresent(estimate -> points.add(new Point(x, estimate.value())));
        }
        return points.size() < 2
                ? Optional.empty()
                : Optional.of(line(points, weeks.scale().metric()));
    }

    private static Spark line(List<Point> points, Metric metric) {
        double lowest = points.stream().mapToDouble(Point::value).min().orElseThrow();
        double highest = points.stream().mapToDouble(Point::value).max().orElseThrow();
        double height = Math.max(highest - lowest, leastHeight(metric));
        double base = (lowest + highest - height) / 2;
        List<String> corners = points.stream()
                .map(point -> String.format(
                        Locale.ROOT, "%.1f %.1f", point.x(), BOTTOM - (point.value() - base) / height * (BOTTOM - TOP)))
                .toList();
        double change = points.getLast().value() - points.getFirst().value();
        String words = Math.abs(change) < leastHeight(metric) / 8 ? "steady" : change > 0 ? "rose" : "fell";
        return new Spark("M" + String.join(" L", corners), "M" + corners.getLast() + "h0", words + " over 12 weeks");
    }

    private static double leastHeight(Metric metric) {
        return switch (metric) {
            case NPS -> 40;
            case CSAT -> 20;
            case CES -> 1;
        };
    }
}
