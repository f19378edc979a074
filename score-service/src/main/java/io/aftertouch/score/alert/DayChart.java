package io.aftertouch.score.alert;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * One figure per day as a drawing of 1,200 by 240 that is stretched to its card. Days without a figure leave a gap. Labels are HTML beside it.
 *
 * @param marks lines across at a value that matters, the first of them the one that should not be passed
 */
public record DayChart(
        String id,
        String title,
        String finding,
        List<String> yLabels,
        List<String> grid,
        List<Mark> marks,
        List<String> lines,
        List<String> points,
        String since,
        List<Tick> ticks) {

    private static final double WIDTH = 1200;
    private static final double HEIGHT = 240;
    private static final int STEPS = 4;
    private static final int MOST_LABELS = 5;

    /** A line across. */
    public record Mark(String y, String name) {}

    /** A label below; on narrow screens only those that are not odd are shown. */
    public record Tick(String label, boolean odd) {}

    /** A value that matters. */
    record Level(double value, String name) {}

    /** What is drawn of a day. */
    record Point(String day, OptionalDouble value) {}

    /**
     * @param unit what stands behind the numbers at the side
     * @param step of the numbers at the side is a multiple of this
     * @param since the position of the day on which the problem began; empty when it lies before the first
     */
    static DayChart of(
            String id,
            String title,
            String finding,
            List<Point> points,
            List<Level> levels,
            double step,
            OptionalInt since) {
        double highest = Math.max(
                points.stream()
                        .flatMapToDouble(point -> point.value().stream())
                        .max()
                        .orElse(0),
                levels.stream().mapToDouble(Level::value).max().orElse(0));
        double top = Math.max(1, Math.ceil(highest / (STEPS * step))) * STEPS * step;
        List<String> labels = new ArrayList<>();
        List<String> grid = new ArrayList<>();
        for (int i = STEPS; i >= 0; i--) {
            labels.add(String.format(Locale.ROOT, "%.0f", top * i / STEPS));
            grid.add(y(top * i / STEPS, top));
        }
        return new DayChart(
                id,
                title,
                finding,
                labels,
                grid,
                levels.stream()
                        .map(level -> new Mark(y(level.value(), top), level.name()))
                        .toList(),
                lines(points, top),
                dots(points, top),
                since.isPresent() ? number((double) since.getAsInt() / points.size() * WIDTH) : null,
                ticks(points));
    }

    private static List<String> lines(List<Point> points, double top) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        int length = 0;
        for (int i = 0; i <= points.size(); i++) {
            if (i < points.size() && points.get(i).value().isPresent()) {
                line.append(length == 0 ? "M" : " L").append(place(points, i, top));
                length++;
            } else {
                if (length > 1) {
                    lines.add(line.toString());
                }
                line.setLength(0);
                length = 0;
            }
        }
        return lines;
    }

    private static List<String> dots(List<Point> points, double top) {
        List<String> dots = new ArrayList<>();
        for (int i = 0; i < points.size(); i++) {
            if (points.get(i).value().isPresent()) {
                dots.add("M" + place(points, i, top) + "h0");
            }
        }
        return dots;
    }

    private static String place(List<Point> points, int i, double top) {
        return number((i + 0.5) * WIDTH / points.size()) + " "
                + y(points.get(i).value().orElseThrow(), top);
    }

    private static List<Tick> ticks(List<Point> points) {
        int every = Math.ceilDiv(points.size(), MOST_LABELS);
        List<Tick> ticks = new ArrayList<>();
        for (int i = 0; i < points.size(); i++) {
            boolean odd = (points.size() - 1 - i) % every != 0;
            ticks.add(new Tick(odd ? "" : points.get(i).day(), odd));
        }
        return ticks;
    }

    private static String y(double value, double top) {
        return number((1 - value / top) * HEIGHT);
    }

    private static String number(double coordinate) {
        return String.format(Locale.ROOT, "%.1f", coordinate);
    }
}
