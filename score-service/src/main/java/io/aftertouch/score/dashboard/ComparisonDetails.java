package io.aftertouch.score.dashboard;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import io.aftertouch.platform.page.Dates;
import io.aftertouch.score.catalog.Touchpoint;
import io.aftertouch.score.catalog.Touchpoints;
import io.aftertouch.score.dashboard.ComparisonChoice.Against;
import io.aftertouch.score.dashboard.ComparisonChoice.Group;
import io.aftertouch.score.dashboard.ComparisonChoice.Time;
import io.aftertouch.score.metric.Comparison;
import io.aftertouch.score.metric.Metric;
import io.aftertouch.score.metric.Scale;
import io.aftertouch.score.metric.Score;
import io.aftertouch.score.report.ComparisonReport;
import io.aftertouch.score.report.Comparisons;
import io.aftertouch.score.segment.Segment;

/** Puts the page together on which two periods or two groups stand side by side. */
@ApplicationScoped
class ComparisonDetails {

    private static final double CONVINCING = 0.05;

    private final Comparisons comparisons;
    private final Touchpoints touchpoints;
    private final FilterForms forms;
    private final Clock clock;
    private final ZoneId zone;

    ComparisonDetails(Comparisons comparisons, Touchpoints touchpoints, FilterForms forms, Clock clock, ZoneId zone) {
        this.comparisons = comparisons;
        this.touchpoints = touchpoints;
        this.forms = forms;
        this.clock = clock;
        this.zone = zone;
    }

    ComparisonPage page(ComparisonChoice choice) {
        Instant now = clock.instant();
        List<Touchpoint> all = touchpoints.all();
        return new ComparisonPage(
                lead(choice, all),
                now,
                form(choice, all),
                choice.addressQuery(),
                choice.problem(now, zone).orElse(null),
                reports(choice).stream()
                        .map(report -> rating(choice, report, now))
                        .toList());
    }

    /** What the page shows, for whoever wants it as data: nothing when the sides cannot be held against each other. */
    List<ComparisonReport> reports(ComparisonChoice choice) {
        Instant now = clock.instant();
        return choice.problem(now, zone).isPresent()
                ? List.of()
                : Arrays.stream(Metric.values())
                        .flatMap(metric -> comparisons.byScale(choice.query(metric, now, zone)).stream())
                        .toList();
    }

    private ComparisonPage.Rating rating(ComparisonChoice choice, ComparisonReport report, Instant now) {
        Scale scale = report.scale().orElseThrow();
        Optional<Comparison> difference = report.difference();
        return new ComparisonPage.Rating(
                Shown.title(scale),
                Shown.range(scale),
                difference.map(one -> finding(scale.metric(), one)).orElseGet(() -> noFinding(report)),
                difference.map(ComparisonDetails::test).orElse(null),
                List.of(
                        new ComparisonPage.Side(
                                Shown.capital(choice.group().shown()),
                                when(choice.time(now, zone), now),
                                Figure.of(report.first())),
                        new ComparisonPage.Side(
                                Shown.capital(choice.otherGroup().shown()),
                                when(choice.otherTime(now, zone).orElseThrow(), now),
                                Figure.of(report.second()))));
    }

    private static String finding(Metric metric, Comparison difference) {
        boolean convincing = difference.p() < CONVINCING;
        String interval =
                "%s to %s".formatted(Shown.bare(metric, difference.low()), Shown.bare(metric, difference.high()));
        return convincing
                ? "%s is %s %s (%s)."
                        .formatted(
                                metric,
                                distance(metric, Math.abs(difference.effect())),
                                difference.effect() > 0 ? "higher" : "lower",
                                interval)
                : "No clear difference: %s by %s (%s)."
                        .formatted(metric, Shown.bare(metric, difference.effect()), interval);
    }

    private static String distance(Metric metric, double effect) {
        String number = Shown.bare(metric, effect);
        return metric == Metric.CES ? number : number.equals("1") ? "1 point" : number + " points";
    }

    private static String noFinding(ComparisonReport report) {
        boolean hidden = report.first().hidden() || report.second().hidden();
        return hidden
                ? "Fewer than %d answers on one side: no difference is shown.".formatted(Score.SHOWN_FROM)
                : "No answers on one side: there is nothing to compare.";
    }

    private static String test(Comparison difference) {
        String name =
                switch (difference.method()) {
                    case Z_ADJUSTED -> "z test on adjusted counts";
                    case TWO_PROPORTION_Z -> "two-proportion z test";
                    case FISHER_EXACT -> "Fisher’s exact test";
                    case WELCH_T -> "Welch’s t test";
                };
        return name + ", p " + Shown.p(difference.p());
    }

    private static String lead(ComparisonChoice choice, List<Touchpoint> all) {
        String where = all.stream()
                .filter(touchpoint -> touchpoint.key().equals(choice.touchpoint()))
                .findFirst()
                .map(Touchpoint::name)
                .orElse(choice.touchpoint().isEmpty() ? "All touchpoints" : choice.touchpoint());
        String sides =
                switch (choice.against()) {
                    case Against.TimeBefore before -> choice.group().shown() + ", against the time before";
                    case Against.YearBefore year -> choice.group().shown() + ", against a year before";
                    case Against.OtherGroup(Group other) -> choice.group().shown() + " against " + other.shown();
                };
        return "%s: %s.".formatted(where, sides);
    }

    private static String when(Time time, Instant now) {
        return time.from() == null
                ? "all time"
                : "%s to %s"
                        .formatted(
                                Dates.day(time.from()),
                                Dates.day(
                                        time.to().equals(now) ? now : time.to().minusSeconds(1)));
    }

    private FilterForm form(ComparisonChoice choice, List<Touchpoint> all) {
        List<FilterForm.Option> here = new ArrayList<>();
        here.add(new FilterForm.Option("", "All", choice.touchpoint().isEmpty()));
        all.stream()
                .filter(touchpoint -> !touchpoint.retired() || touchpoint.key().equals(choice.touchpoint()))
                .map(touchpoint -> new FilterForm.Option(
                        touchpoint.key(), touchpoint.name(), touchpoint.key().equals(choice.touchpoint())))
                .forEach(here::add);
        List<Group> groups = groups();
        return new FilterForm(
                "/comparison",
                List.of(
                        new FilterForm.Select("touchpoint", "touchpoint", "Touchpoint", here),
                        new FilterForm.Select(
                                "period",
                                "period",
                                "Period",
                                Arrays.stream(Period.values())
                                        .map(period -> new FilterForm.Option(
                                                period.key(), period.label(), period == choice.period()))
                                        .toList()),
                        new FilterForm.Select(
                                "group",
                                "group",
                                "Answers of",
                                Stream.concat(Stream.of(new Group.Everybody()), groups.stream())
                                        .map(group ->
                                                option(group, choice.group().word()))
                                        .toList()),
                        new FilterForm.Select(
                                "against",
                                "against",
                                "Against",
                                Stream.concat(
                                                Stream.of(
                                                        new FilterForm.Option(
                                                                ComparisonChoice.BEFORE,
                                                                "the time before",
                                                                choice.against() instanceof Against.TimeBefore),
                                                        new FilterForm.Option(
                                                                ComparisonChoice.YEAR_BEFORE,
                                                                "a year before",
                                                                choice.against() instanceof Against.YearBefore)),
                                                groups.stream()
                                                        .map(group -> option(
                                                                group,
                                                                choice.against().word())))
                                        .toList())));
    }

    private static FilterForm.Option option(Group group, String chosen) {
        return new FilterForm.Option(group.word(), group.shown(), group.word().equals(chosen));
    }

    private List<Group> groups() {
        FilterForms.Choices choices = forms.choices();
        List<Group> groups = new ArrayList<>();
        choices.dimensions()
                .forEach((dimension, values) ->
                        values.forEach(value -> groups.add(new Group.OfSegment(new Segment(dimension, value)))));
        choices.channels().forEach(channel -> groups.add(new Group.OnChannel(channel)));
        return groups;
    }
}
