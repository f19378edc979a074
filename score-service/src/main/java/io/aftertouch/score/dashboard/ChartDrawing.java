package io.aftertouch.score.dashboard;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.DoubleBinaryOperator;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import io.aftertouch.platform.page.Dates;
import io.aftertouch.platform.page.Numbers;
import io.aftertouch.score.metric.Band;
import io.aftertouch.score.metric.Interval;
import io.aftertouch.score.metric.Metric;
import io.aftertouch.score.metric.Score;
import io.aftertouch.score.report.ScoreReport;
import io.aftertouch.score.report.Step;

/**
 * Draws the scores of one group over time. What may not be shown leaves a gap; few answers are a hollow point without a band; the
 * step that is not over yet is dashed and hollow.
 */
final class ChartDrawing {

    private static final double WIDTH = 1200;
    private static final double HEIGHT = 240;
    private static final int LABELLED = 3;
    private static final int MOST_LABELS = 15;
    private static final int FEWER_LABELS = 5;

    /** One step that has a score to show. */
    private record Point(double x, Score score, Score.Estimate estimate, boolean open) {}

    private final String subject;
    private final Metric metric;
    private final List<ScoreReport.Bucket> buckets;
    private final Step step;
    private final Instant now;
    private final ZoneId zone;
    private final List<Optional<Point>> points;
    private final ChartAxis axis;
    private final BitSet newVersions;

    /** @param newVersions the positions of the buckets with which another survey version begins: the line does not lead there */
    ChartDrawing(String subject, ScoreReport.Group group, BitSet newVersions, Step step, Instant now, ZoneId zone) {
        this.subject = subject;
        this.metric = group.scale().metric();
        this.buckets = group.buckets();
        this.newVersions = newVersions;
        this.step = step;
        this.now = now;
        this.zone = zone;
        this.points = new ArrayList<>();
        for (int i = 0; i < buckets.size(); i++) {
            double x = (i + 0.5) * WIDTH / buckets.size();
            boolean open = buckets.get(i).span().contains(now);
            points.add(buckets.get(i).shown().flatMap(score -> score.estimate()
                    .map(estimate -> new Point(x, score, estimate, open))));
        }
        this.axis = ChartAxis.around(
                group.scale(),
                points.stream()
                        .flatMap(Optional::stream)
                        .map(ChartDrawing::drawn)
                        .toList());
    }

    /** What is drawn of a point: its band, or only itself where there is none. */
    private static Interval drawn(Point point) {
        Interval interval = point.estimate().interval();
        double value = point.estimate().value();
        return point.score().few() ? new Interval(value, value, interval.method()) : interval;
    }

    Chart draw(Optional<Instant> hotSince) {
        String title = metric + " per " + word();
        return new Chart(
                title,
                finding(),
                "%s of %s per %s, %s to %s"
                        .formatted(
                                metric,
                                subject,
                                word(),
                                Dates.day(buckets.getFirst().span().from()),
                                Dates.day(now)),
                axis.values().stream().map(value -> Shown.bare(metric, value)).toList(),
                axis.values().stream()
                        .map(value -> new Chart.GridLine(number(y(value)), value == 0))
                        .toList(),
                runs(point -> !point.score().few() && !point.open()).stream()
                        .filter(run -> run.size() > 1)
                        .map(this::band)
                        .toList(),
                runs(point -> !point.open()).stream()
                        .filter(run -> run.size() > 1)
                        .map(this::line)
                        .toList(),
                runs(point -> true).stream()
                        .filter(run -> run.size() > 1 && run.getLast().open())
                        .map(run -> line(run.subList(run.size() - 2, run.size())))
                        .toList(),
                dots(point -> true),
                dots(point -> point.open() || point.score().few()),
                hotSince.flatMap(this::since).stream().toList(),
                !newVersions.isEmpty(),
                ticks(),
                Shown.capital(word()),
                buckets.stream().map(this::row).toList());
    }

    private String word() {
        return step.name().toLowerCase(Locale.ROOT);
    }

    /** The scores of the steps that are over and have enough answers, and that of the current one. */
    private String finding() {
        List<Point> over = points.stream()
                .flatMap(Optional::stream)
                .filter(point -> !point.open() && !point.score().few())
                .toList();
        String past = over.isEmpty()
                ? "No %s has %d answers yet".formatted(word(), Score.RANKED_FROM)
                : "Between %s and %s in %s"
                        .formatted(
                                value(over, Math::min),
                                value(over, Math::max),
                                Shown.counted(over.size(), word(), word() + "s"));
        String current = points.getLast()
                .filter(Point::open)
                .map(point -> "; this %s so far %s (%s to %s), n = %s"
                        .formatted(
                                word(),
                                Shown.score(metric, point.estimate().value()),
                                Shown.bare(metric, point.estimate().interval().low()),
                                Shown.bare(metric, point.estimate().interval().high()),
                                Numbers.shown(point.score().n())))
                .orElse("");
        return past + current + ".";
    }

    private String value(List<Point> over, DoubleBinaryOperator which) {
        return Shown.score(
                metric,
                over.stream()
                        .mapToDouble(point -> point.estimate().value())
                        .reduce(which)
                        .orElseThrow());
    }

    /** Stretches of neighbouring steps that all have such a point, on the same survey version. */
    private List<List<Point>> runs(Predicate<Point> which) {
        List<List<Point>> runs = new ArrayList<>(List.of(new ArrayList<>()));
        for (int i = 0; i < points.size(); i++) {
            Optional<Point> point = points.get(i).filter(which);
            if (point.isEmpty() || newVersions.get(i)) {
                runs.add(new ArrayList<>());
            }
            point.ifPresent(runs.getLast()::add);
        }
        return runs;
    }

    private String line(List<Point> run) {
        return path(run, point -> point.estimate().value());
    }

    private String band(List<Point> run) {
        Function<Point, Double> high = point -> point.estimate().interval().high();
        Function<Point, Double> low = point -> point.estimate().interval().low();
        return path(run, high) + path(run.reversed(), low).replace('M', 'L') + " Z";
    }

    private String path(List<Point> run, Function<Point, Double> value) {
        return "M"
                + run.stream()
                        .map(point -> number(point.x()) + " " + number(y(value.apply(point))))
                        .collect(Collectors.joining(" L"));
    }

    private List<String> dots(Predicate<Point> which) {
        return points.stream()
                .flatMap(Optional::stream)
                .filter(which)
                .map(point -> "M" + number(point.x()) + " "
                        + number(y(point.estimate().value())) + "h0")
                .toList();
    }

    private Optional<Chart.Since> since(Instant start) {
        for (int i = 0; i < buckets.size(); i++) {
            var span = buckets.get(i).span();
            if (span.contains(start)) {
                double part = (double) (start.getEpochSecond() - span.from().getEpochSecond())
                        / (span.to().getEpochSecond() - span.from().getEpochSecond());
                return Optional.of(new Chart.Since(number((i + part) * WIDTH / buckets.size()), Dates.day(start)));
            }
        }
        return Optional.empty();
    }

    /** All labels where there is room for them, else a few; on narrow screens only those that are not odd. */
    private List<Chart.Tick> ticks() {
        boolean crowded = buckets.size() > MOST_LABELS;
        int every = crowded ? Math.ceilDiv(buckets.size(), FEWER_LABELS) : LABELLED;
        List<Chart.Tick> ticks = new ArrayList<>();
        for (int i = 0; i < buckets.size(); i++) {
            boolean odd = (buckets.size() - 1 - i) % every != 0;
            String label = crowded && odd ? "" : Dates.day(buckets.get(i).span().from());
            ticks.add(new Chart.Tick(label, odd));
        }
        return ticks;
    }

    private Chart.Row row(ScoreReport.Bucket bucket) {
        String from = Dates.day(bucket.span().from().atZone(zone).toLocalDate());
        boolean open = bucket.span().contains(now);
        Optional<Score> score = bucket.shown();
        Optional<Score.Estimate> estimate = score.flatMap(Score::estimate);
        return new Chart.Row(
                from,
                open,
                bucket.hidden(),
                estimate.map(one -> Numbers.decimals(one.value(), 1)).orElse(""),
                estimate.map(Score.Estimate::interval)
                        .map(ChartDrawing::interval)
                        .orElse(""),
                score.map(Score::n).orElse(0L),
                score.map(one -> one.in(Band.POSITIVE)).orElse(0L),
                score.map(one -> one.in(Band.NEUTRAL)).orElse(0L),
                score.map(one -> one.in(Band.NEGATIVE)).orElse(0L));
    }

    private static String interval(Interval interval) {
        return Numbers.decimals(interval.low(), 1) + " to " + Numbers.decimals(interval.high(), 1);
    }

    private double y(double value) {
        return axis.y(value, HEIGHT);
    }

    private static String number(double coordinate) {
        return String.format(Locale.ROOT, "%.1f", coordinate);
    }
}
