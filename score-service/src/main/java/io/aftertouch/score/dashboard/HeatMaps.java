package io.aftertouch.score.dashboard;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import io.aftertouch.platform.page.Numbers;
import io.aftertouch.score.metric.Band;
import io.aftertouch.score.metric.Scale;
import io.aftertouch.score.metric.Score;
import io.aftertouch.score.report.Grouping;
import io.aftertouch.score.report.ScoreQuery;
import io.aftertouch.score.report.ScoreReport;
import io.aftertouch.score.report.Scores;
import io.aftertouch.score.report.Standing;
import io.aftertouch.score.segment.Segment;
import io.aftertouch.score.watch.HotSpotReport;

/** Puts the heat map together: one question per metric and dimension. */
@ApplicationScoped
class HeatMaps {

    private static final int MOST_COLUMNS = 16;
    private static final int[] STEPS = {10, 15, 25, 40};

    private final Scores scores;
    private final FilterForms forms;
    private final Clock clock;
    private final ZoneId zone;

    HeatMaps(Scores scores, FilterForms forms, Clock clock, ZoneId zone) {
        this.scores = scores;
        this.forms = forms;
        this.clock = clock;
        this.zone = zone;
    }

    private record Place(String touchpoint, Scale scale) {}

    private record Position(Place place, Segment segment) {}

    /** The map of these standings; the touchpoint of the page is marked and comes first. */
    HeatMap map(List<Standing> standings, String here, Filter filter, HotSpotReport hotSpots) {
        List<HeatMap.Head> heads = heads();
        Map<Position, ScoreReport.Bucket> cells = cells(heads, filter);
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
        return new HeatMap(finding(here, cells), heads, rows);
    }

    /** A score of the map, for whoever wants it as data. */
    record CellScore(String touchpoint, Segment segment, ScoreReport.Group group) {}

    List<CellScore> cells(Filter filter) {
        return groups(heads(), filter).toList();
    }

    private static String finding(String here, Map<Position, ScoreReport.Bucket> cells) {
        return cells.entrySet().stream()
                .filter(cell -> cell.getKey().place().touchpoint().equals(here))
                .flatMap(cell -> cell.getValue().shown().filter(score -> !score.few()).stream()
                        .map(score -> Map.entry(cell.getKey().segment(), score)))
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
    private List<HeatMap.Head> heads() {
        List<HeatMap.Head> heads = new ArrayList<>();
        int columns = 0;
        for (Map.Entry<String, ? extends Collection<String>> dimension : forms.dimensions()) {
            columns += dimension.getValue().size();
            if (columns <= MOST_COLUMNS) {
                heads.add(new HeatMap.Head(dimension.getKey(), List.copyOf(dimension.getValue())));
            }
        }
        return heads;
    }

    private Map<Position, ScoreReport.Bucket> cells(List<HeatMap.Head> heads, Filter filter) {
        Map<Position, ScoreReport.Bucket> cells = new LinkedHashMap<>();
        groups(heads, filter)
                .forEach(found -> cells.put(
                        new Position(new Place(found.touchpoint(), found.group().scale()), found.segment()),
                        found.group().buckets().getFirst()));
        return cells;
    }

    private Stream<CellScore> groups(List<HeatMap.Head> heads, Filter filter) {
        Instant from = filter.period().from(clock.instant(), zone);
        return heads.stream().flatMap(head -> scores
                .byTouchpoint(ScoreQuery.ofAnyMetric(zone)
                        .matching(filter.segments(), filter.channels())
                        .between(from, null)
                        .by(new Grouping.BySegment(head.dimension())))
                .entrySet()
                .stream()
                .flatMap(entry -> entry.getValue().stream()
                        .filter(group -> head.values().contains(group.key()))
                        .map(group ->
                                new CellScore(entry.getKey(), new Segment(head.dimension(), group.key()), group))));
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
