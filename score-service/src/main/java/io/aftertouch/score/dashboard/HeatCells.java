package io.aftertouch.score.dashboard;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.aftertouch.platform.page.Numbers;
import io.aftertouch.score.metric.Band;
import io.aftertouch.score.metric.Scale;
import io.aftertouch.score.metric.Score;
import io.aftertouch.score.report.Grouping;
import io.aftertouch.score.report.ScoreQuery;
import io.aftertouch.score.report.ScoreReading;
import io.aftertouch.score.report.ScoreReport;
import io.aftertouch.score.report.Standing;
import io.aftertouch.score.segment.Segment;
import io.aftertouch.score.watch.HotSpotReport;

/**
 * The scores of every touchpoint in every segment of some dimensions, and the heat map that they make.
 *
 * @param scores of segments that are among the values of the heads
 */
record HeatCells(List<HeatMap.Head> heads, List<CellScore> scores) {

    private static final int MOST_COLUMNS = 16;
    private static final int[] STEPS = {10, 15, 25, 40};

    /** A score of the map, for whoever wants it as data. */
    record CellScore(String touchpoint, Segment segment, ScoreReport.Group group) {

        private Position position() {
            return new Position(new Place(touchpoint, group.scale()), segment);
        }

        private ScoreReport.Bucket bucket() {
            return group.buckets().getFirst();
        }
    }

    private record Place(String touchpoint, Scale scale) {}

    private record Position(Place place, Segment segment) {}

    /**
     * Asks one question per dimension.
     *
     * @param dimensions with their values
     * @param answers those that the map is about
     */
    static HeatCells of(ScoreReading reading, Map<String, SortedSet<String>> dimensions, ScoreQuery answers) {
        List<HeatMap.Head> heads = heads(dimensions);
        return new HeatCells(
                heads,
                heads.stream().flatMap(head -> scores(reading, head, answers)).toList());
    }

    private static Stream<CellScore> scores(ScoreReading reading, HeatMap.Head head, ScoreQuery answers) {
        return reading.byTouchpoint(answers.by(new Grouping.BySegment(head.dimension()))).entrySet().stream()
                .flatMap(entry -> entry.getValue().stream()
                        .filter(group -> head.values().contains(group.key()))
                        .map(group ->
                                new CellScore(entry.getKey(), new Segment(head.dimension(), group.key()), group)));
    }

    /** The map of these standings; the touchpoint of the page is marked and comes first. */
    HeatMap map(List<Standing> standings, String here, HotSpotReport hotSpots) {
        Map<Position, ScoreReport.Bucket> cells =
                scores.stream().collect(Collectors.toMap(CellScore::position, CellScore::bucket));
        Set<Position> hot = hotSpots.hotSpots().stream()
                .filter(entry -> entry.hotSpot().segment().isPresent())
                .map(entry -> new Position(
                        new Place(
                                entry.touchpoint().key(),
                                entry.hotSpot().place().scale()),
                        entry.hotSpot().segment().orElseThrow()))
                .collect(Collectors.toSet());
        List<HeatMap.Row> rows = new ArrayList<>();
        for (Standing standing : standings) {
            standing.group().ifPresent(group -> {
                String key = standing.touchpoint().key();
                Place place = new Place(key, group.scale());
                List<HeatMap.Cell> row = heads.stream()
                        .flatMap(head -> head.values().stream()
                                .map(value -> new Position(place, new Segment(head.dimension(), value))))
                        .map(position -> cell(Optional.ofNullable(cells.get(position)), hot.contains(position)))
                        .toList();
                boolean marked = key.equals(here);
                var made = new HeatMap.Row(
                        Shown.encoded(key), standing.touchpoint().name(), marked, row);
                rows.add(marked ? 0 : rows.size(), made);
            });
        }
        return new HeatMap(finding(here), heads, rows);
    }

    private String finding(String here) {
        return scores.stream()
                .filter(cell -> cell.touchpoint().equals(here))
                .flatMap(cell -> cell.bucket().shown().filter(score -> !score.few()).stream()
                        .map(score -> Map.entry(cell.segment(), score)))
                .max(Comparator.comparing(cell -> (double) cell.getValue().in(Band.NEGATIVE)
                        / cell.getValue().n()))
                .map(worst -> "%s of %s are negative, the highest share of a segment with %d answers or more."
                        .formatted(
                                Shown.share(
                                        worst.getValue().in(Band.NEGATIVE),
                                        worst.getValue().n()),
                                worst.getKey(),
                                Score.RANKED_FROM))
                .orElse("No segment has %d answers.".formatted(Score.RANKED_FROM));
    }

    /** Whole dimensions, as many as fit beside each other. */
    private static List<HeatMap.Head> heads(Map<String, SortedSet<String>> dimensions) {
        List<HeatMap.Head> heads = new ArrayList<>();
        int columns = 0;
        for (Map.Entry<String, SortedSet<String>> dimension : dimensions.entrySet()) {
            columns += dimension.getValue().size();
            if (columns <= MOST_COLUMNS) {
                heads.add(new HeatMap.Head(dimension.getKey(), List.copyOf(dimension.getValue())));
            }
        }
        return heads;
    }

    private static HeatMap.Cell cell(Optional<ScoreReport.Bucket> bucket, boolean hot) {
        if (bucket.isEmpty() || bucket.get().score().n() == 0) {
            return new HeatMap.Cell("none", false, true, false, null, null);
        }
        return bucket.get()
                .shown()
                .map(score -> new HeatMap.Cell(
                        score.few() ? "few" : "h" + step(score),
                        false,
                        false,
                        hot,
                        Shown.share(score.in(Band.NEGATIVE), score.n()),
                        Numbers.shown(score.n())))
                .orElseGet(() -> new HeatMap.Cell("none", true, false, false, null, null));
    }

    /** Which of the five steps of colour, by the percentage that stands in the cell. */
    private static int step(Score score) {
        long percent = Math.round(100.0 * score.in(Band.NEGATIVE) / score.n());
        int step = 0;
        while (step < STEPS.length && percent >= STEPS[step]) {
            step++;
        }
        return step;
    }
}
