package io.aftertouch.score.dashboard;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.aftertouch.platform.page.Dates;
import io.aftertouch.score.catalog.OpenCases.Waiting;
import io.aftertouch.score.catalog.Touchpoint;
import io.aftertouch.score.catalog.Touchpoints;
import io.aftertouch.score.funnel.Funnels;
import io.aftertouch.score.metric.Scale;
import io.aftertouch.score.metric.Score;
import io.aftertouch.score.report.Grouping;
import io.aftertouch.score.report.ScoreQuery;
import io.aftertouch.score.report.ScoreReading;
import io.aftertouch.score.report.ScoreReport;
import io.aftertouch.score.report.Scores;
import io.aftertouch.score.report.Standing;
import io.aftertouch.score.report.Standings;
import io.aftertouch.score.watch.HotSpotReport;
import io.aftertouch.score.watch.HotSpots;

/** Puts the page of one touchpoint together. */
@ApplicationScoped
class TouchpointDetails {

    private final Touchpoints touchpoints;
    private final Standings standings;
    private final Scores scores;
    private final HotSpots hotSpots;
    private final Funnels funnels;
    private final FilterForms forms;
    private final Clock clock;
    private final ZoneId zone;

    TouchpointDetails(
            Touchpoints touchpoints,
            Standings standings,
            Scores scores,
            HotSpots hotSpots,
            Funnels funnels,
            FilterForms forms,
            Clock clock,
            ZoneId zone) {
        this.touchpoints = touchpoints;
        this.standings = standings;
        this.scores = scores;
        this.hotSpots = hotSpots;
        this.funnels = funnels;
        this.forms = forms;
        this.clock = clock;
        this.zone = zone;
    }

    /** @throws UnknownTouchpoint when nobody has heard of it */
    TouchpointPage page(String key, Filter filter) {
        ScoreReading reading = scores.reading();
        Touchpoint touchpoint = touchpoint(key, reading.touchpoints()).orElseThrow(() -> new UnknownTouchpoint(key));
        Instant now = clock.instant();
        Instant from = filter.period().from(now, zone);
        FilterForms.Choices choices = forms.choices();
        Supplier<HeatCells> heatCells =
                Beside.read(() -> HeatCells.of(reading, choices.dimensions(), answers(filter, now)));
        List<Standing> all = standings.of(reading, filter.segments(), filter.channels(), from, null);
        List<Standing> own = all.stream()
                .filter(standing -> standing.touchpoint().id() == touchpoint.id())
                .toList();
        Waiting cases = own.stream().map(Standing::cases).findFirst().orElse(Waiting.NONE);
        HotSpotReport hot = hotSpots.current();
        List<HotSpotReport.Entry> hotHere = hot.hotSpots().stream()
                .filter(entry -> entry.touchpoint().id() == touchpoint.id())
                .toList();
        Series series = new Series(
                series(reading, key, filter, new Grouping.None(), now),
                series(reading, key, filter, new Grouping.BySurvey(), now));
        return new TouchpointPage(
                Shown.encoded(key),
                key,
                touchpoint.name(),
                Optional.ofNullable(touchpoint.stageName()).orElse("Stage not known yet"),
                lead(touchpoint, own),
                now,
                choices.form("/touchpoint/" + Shown.encoded(key), filter),
                filter.query(),
                commentsQuery(key, filter, from),
                hotHere.stream().map(entry -> HotCard.of(hot, entry, cases)).toList(),
                cases,
                own.stream()
                        .flatMap(standing -> standing.group().stream())
                        .map(group -> rating(touchpoint, group, series, filter, hotHere, now))
                        .toList(),
                funnel(touchpoint, filter)
                        .map(funnel -> FunnelFigure.of(funnel.total()))
                        .orElse(null),
                heatCells.get().map(all, key, hot));
    }

    /** The touchpoint on each scale, undivided, for whoever wants it as data. */
    List<ScoreReport.Group> undivided(String key, Filter filter) {
        return inOrder(
                scores.byTouchpoint(answers(filter, clock.instant()).at(key)).getOrDefault(key, List.of()));
    }

    /** The cells of the heat map, likewise. */
    List<HeatCells.CellScore> cells(Filter filter) {
        return HeatCells.of(scores.reading(), forms.choices().dimensions(), answers(filter, clock.instant()))
                .scores();
    }

    private ScoreQuery answers(Filter filter, Instant now) {
        return ScoreQuery.ofAnyMetric(zone)
                .matching(filter.segments(), filter.channels())
                .between(filter.period().from(now, zone), null);
    }

    /** How far asking came in the time of the filter; where nobody was asked there is none. */
    Optional<Funnels.Funnel> funnel(String key, Filter filter) {
        return touchpoint(key, touchpoints.all()).flatMap(touchpoint -> funnel(touchpoint, filter));
    }

    private Optional<Funnels.Funnel> funnel(Touchpoint touchpoint, Filter filter) {
        Instant now = clock.instant();
        Instant from = Optional.ofNullable(filter.period().from(now, zone)).orElse(Instant.EPOCH);
        return funnels
                .at(
                        List.of(touchpoint),
                        LocalDate.ofInstant(from, zone),
                        LocalDate.ofInstant(now, ZoneOffset.UTC).plusDays(1))
                .stream()
                .findFirst();
    }

    private static Optional<Touchpoint> touchpoint(String key, List<Touchpoint> touchpoints) {
        return touchpoints.stream().filter(one -> one.key().equals(key)).findFirst();
    }

    /** The scores over time by scale, and the same by version of the survey. */
    private record Series(List<ScoreReport.Group> scores, List<ScoreReport.Group> byVersion) {}

    /** The scores of the charts, for whoever wants them as data. */
    List<ScoreReport.Group> series(String key, Filter filter) {
        return series(scores.reading(), key, filter, new Grouping.None(), clock.instant());
    }

    private List<ScoreReport.Group> series(
            ScoreReading reading, String key, Filter filter, Grouping grouping, Instant now) {
        ScoreQuery query = ScoreQuery.ofAnyMetric(zone)
                .at(key)
                .matching(filter.segments(), filter.channels())
                .between(filter.period().chartFrom(now, zone), filter.period().chartTo(now, zone))
                .per(filter.period().step())
                .by(grouping);
        return inOrder(reading.byTouchpoint(query).getOrDefault(key, List.of()));
    }

    private static List<ScoreReport.Group> inOrder(List<ScoreReport.Group> groups) {
        return groups.stream()
                .sorted(Comparator.comparing(group -> group.scale().metric()))
                .toList();
    }

    /** The positions of the buckets whose answers were given to other survey versions than those before: a new series. */
    private static BitSet newVersions(List<ScoreReport.Group> versions) {
        BitSet starts = new BitSet();
        Set<String> before = Set.of();
        for (int i = 0; i < versions.getFirst().buckets().size(); i++) {
            int at = i;
            Set<String> answered = versions.stream()
                    .filter(version -> version.buckets().get(at).score().n() > 0)
                    .map(ScoreReport.Group::key)
                    .collect(Collectors.toSet());
            if (!answered.isEmpty()) {
                starts.set(i, !before.isEmpty() && !before.equals(answered));
                before = answered;
            }
        }
        return starts;
    }

    private TouchpointPage.Rating rating(
            Touchpoint touchpoint,
            ScoreReport.Group group,
            Series series,
            Filter filter,
            List<HotSpotReport.Entry> hotHere,
            Instant now) {
        Scale scale = group.scale();
        ScoreReport.Bucket bucket = group.buckets().getFirst();
        Optional<Instant> since = hotHere.stream()
                .filter(entry -> entry.hotSpot().place().scale().equals(scale))
                .map(entry -> entry.since().atStartOfDay(zone).toInstant())
                .min(Comparator.naturalOrder());
        Chart chart = on(scale, series.scores()).stream()
                .findFirst()
                .map(one -> new ChartDrawing(
                                touchpoint.name(),
                                one,
                                newVersions(on(scale, series.byVersion())),
                                filter.period().step(),
                                now,
                                zone)
                        .draw(since))
                .orElse(null);
        return new TouchpointPage.Rating(
                scale.metric().name(),
                Shown.range(scale),
                period(filter, now),
                Figure.of(bucket),
                chart,
                bucket.shown()
                        .filter(score -> score.n() > 0)
                        .map(Distribution::of)
                        .orElse(null));
    }

    /** The answers behind the page, on the list of answers, which takes one value of a dimension and one channel. */
    private static String commentsQuery(String key, Filter filter, Instant from) {
        List<String> parameters = new ArrayList<>(List.of("tp=" + Shown.encoded(key)));
        String segments = filter.segments().entrySet().stream()
                .filter(dimension -> dimension.getValue().size() == 1)
                .map(dimension -> dimension.getKey() + ":"
                        + dimension.getValue().iterator().next())
                .collect(Collectors.joining(", "));
        if (!segments.isEmpty()) {
            parameters.add("segment=" + Shown.encoded(segments));
        }
        if (filter.channels().size() == 1) {
            parameters.add(
                    "channel=" + Shown.encoded(filter.channels().iterator().next()));
        }
        if (from != null) {
            parameters.add("from=" + Shown.encoded(from.toString()));
        }
        return String.join("&", parameters);
    }

    private static List<ScoreReport.Group> on(Scale scale, List<ScoreReport.Group> groups) {
        return groups.stream().filter(group -> group.scale().equals(scale)).toList();
    }

    private String period(Filter filter, Instant now) {
        Instant from = filter.period().from(now, zone);
        return from == null ? "all time" : Dates.day(from) + " to " + Dates.day(now);
    }

    private static String lead(Touchpoint touchpoint, List<Standing> own) {
        Set<String> metrics = own.stream()
                .flatMap(standing -> standing.group().stream())
                .map(group -> group.scale().metric().name())
                .collect(Collectors.toSet());
        String asked = touchpoint.channel() == null ? "" : ", on channel " + touchpoint.channel();
        boolean anything = own.stream()
                .flatMap(standing -> standing.bucket().stream())
                .flatMap(bucket -> bucket.shown().stream())
                .anyMatch(score -> score.n() > 0);
        return (metrics.isEmpty()
                        ? "No answers in this time"
                        : metrics.stream().sorted().collect(Collectors.joining(" and ")))
                + asked
                + (anything || metrics.isEmpty()
                        ? "."
                        : ". Fewer than %d answers in this time: not shown.".formatted(Score.SHOWN_FROM));
    }
}
