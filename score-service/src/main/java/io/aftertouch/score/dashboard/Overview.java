package io.aftertouch.score.dashboard;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import io.aftertouch.platform.page.Dates;
import io.aftertouch.platform.page.Numbers;
import io.aftertouch.score.catalog.OpenCases.Waiting;
import io.aftertouch.score.catalog.Touchpoint;
import io.aftertouch.score.metric.Band;
import io.aftertouch.score.metric.Scale;
import io.aftertouch.score.metric.Score;
import io.aftertouch.score.report.ScoreQuery;
import io.aftertouch.score.report.ScoreReading;
import io.aftertouch.score.report.ScoreReport;
import io.aftertouch.score.report.Scores;
import io.aftertouch.score.report.Standing;
import io.aftertouch.score.report.Standings;
import io.aftertouch.score.watch.HotSpotReport;
import io.aftertouch.score.watch.HotSpots;

/** Puts the home page together. */
@ApplicationScoped
class Overview {

    private final Standings standings;
    private final Scores scores;
    private final HotSpots hotSpots;
    private final FilterForms forms;
    private final Clock clock;
    private final ZoneId zone;

    Overview(Standings standings, Scores scores, HotSpots hotSpots, FilterForms forms, Clock clock, ZoneId zone) {
        this.standings = standings;
        this.scores = scores;
        this.hotSpots = hotSpots;
        this.forms = forms;
        this.clock = clock;
        this.zone = zone;
    }

    OverviewPage page(Filter filter) {
        Instant now = clock.instant();
        ScoreReading reading = scores.reading();
        Supplier<Map<String, List<ScoreReport.Group>>> weeks = Beside.read(() -> weeks(reading, filter, now));
        List<Standing> all = standings(reading, filter);
        HotSpotReport hot = hotSpots.current();
        Map<Integer, Waiting> cases = all.stream()
                .collect(Collectors.toMap(standing -> standing.touchpoint().id(), Standing::cases, (one, same) -> one));
        List<HotCard> cards = hot.hotSpots().stream()
                .map(entry -> HotCard.of(
                        hot, entry, cases.getOrDefault(entry.touchpoint().id(), Waiting.NONE)))
                .toList();
        Set<Integer> hotTouchpoints =
                hot.hotSpots().stream().map(entry -> entry.touchpoint().id()).collect(Collectors.toSet());
        return new OverviewPage(
                title(hot),
                lead(all, cases.values().stream().toList(), hot),
                now,
                forms.form("/", filter),
                filter.query(),
                cards,
                scales(all, hotTouchpoints, weeks.get()),
                all.stream()
                        .filter(standing -> standing.group().isEmpty())
                        .map(standing -> row(standing, Optional.empty(), hotTouchpoints))
                        .toList());
    }

    /** What the table of the page shows, for whoever wants it as data. */
    List<Standing> standings(Filter filter) {
        return standings(scores.reading(), filter);
    }

    private List<Standing> standings(ScoreReading reading, Filter filter) {
        return standings.of(
                reading, filter.segments(), filter.channels(), filter.period().from(clock.instant(), zone), null);
    }

    private Map<String, List<ScoreReport.Group>> weeks(ScoreReading reading, Filter filter, Instant now) {
        Period weeks = Period.LAST_12_WEEKS;
        return reading.byTouchpoint(ScoreQuery.ofAnyMetric(zone)
                .matching(filter.segments(), filter.channels())
                .between(weeks.chartFrom(now, zone), weeks.chartTo(now, zone))
                .per(weeks.step()));
    }

    /** One block per scale, scales of one metric side by side; in each the highest share negative first and few answers last. */
    private static List<OverviewPage.ScaleRows> scales(
            List<Standing> all, Set<Integer> hot, Map<String, List<ScoreReport.Group>> weeks) {
        Map<Scale, List<Standing>> byScale = all.stream()
                .filter(standing -> standing.group().isPresent())
                .collect(Collectors.groupingBy(
                        standing -> standing.group().orElseThrow().scale(), LinkedHashMap::new, Collectors.toList()));
        return byScale.entrySet().stream()
                .map(entry -> new OverviewPage.ScaleRows(
                        Shown.title(entry.getKey()),
                        Shown.range(entry.getKey()),
                        entry.getValue().stream()
                                .sorted(Comparator.comparing(Overview::rank)
                                        .thenComparing(standing ->
                                                standing.touchpoint().name()))
                                .map(standing -> row(standing, spark(standing, weeks), hot))
                                .toList()))
                .toList();
    }

    /** Ranked ones by their share of negative answers, then those with few answers, then those that are not shown. */
    private static double rank(Standing standing) {
        Optional<Score> score = standing.bucket().flatMap(ScoreReport.Bucket::shown);
        return score.filter(one -> one.n() > 0)
                .map(one -> one.few() ? 1 : -(double) one.in(Band.NEGATIVE) / one.n())
                .orElse(2.0);
    }

    private static Optional<Spark> spark(Standing standing, Map<String, List<ScoreReport.Group>> weeks) {
        Scale scale = standing.group().orElseThrow().scale();
        boolean few = standing.bucket()
                .flatMap(ScoreReport.Bucket::shown)
                .map(Score::few)
                .orElse(true);
        return few
                ? Optional.empty()
                : weeks.getOrDefault(standing.touchpoint().key(), List.of()).stream()
                        .filter(group -> group.scale().equals(scale))
                        .findFirst()
                        .flatMap(Spark::of);
    }

    private static OverviewPage.Row row(Standing standing, Optional<Spark> spark, Set<Integer> hot) {
        Touchpoint touchpoint = standing.touchpoint();
        return new OverviewPage.Row(
                Shown.encoded(touchpoint.key()),
                touchpoint.name(),
                Stream.of(touchpoint.stageName(), touchpoint.channel())
                        .filter(Objects::nonNull)
                        .collect(Collectors.joining(" · ")),
                hot.contains(touchpoint.id()),
                standing.bucket().map(Figure::of).orElseGet(() -> Figure.empty(Figure.State.NONE)),
                spark.orElse(null),
                standing.cases());
    }

    private static String title(HotSpotReport hot) {
        return hot.hotSpots().stream()
                .map(HotSpotReport.Entry::since)
                .min(Comparator.naturalOrder())
                .map((LocalDate since) ->
                        Shown.capital(Shown.counted(hot.hotSpots().size(), "hot spot", "hot spots")) + " since "
                                + Dates.day(since))
                .orElse("No hot spots");
    }

    private static String lead(List<Standing> all, List<Waiting> cases, HotSpotReport hot) {
        long answers = all.stream()
                .flatMap(standing -> standing.bucket().stream())
                .flatMap(bucket -> bucket.shown().stream())
                .mapToLong(Score::n)
                .sum();
        long touchpoints = all.stream()
                .map(standing -> standing.touchpoint().id())
                .distinct()
                .count();
        long open = cases.stream().mapToLong(Waiting::open).sum();
        long late = cases.stream().mapToLong(Waiting::late).sum();
        return "%s %s at %s %s, %s %s watched. %s %s open, %s of them late."
                .formatted(
                        Numbers.shown(answers),
                        answers == 1 ? "answer" : "answers",
                        Numbers.shown(touchpoints),
                        touchpoints == 1 ? "touchpoint" : "touchpoints",
                        Numbers.shown(hot.cells()),
                        hot.cells() == 1 ? "cell" : "cells",
                        Numbers.shown(open),
                        open == 1 ? "case is" : "cases are",
                        Numbers.shown(late));
    }
}
