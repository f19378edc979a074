package io.aftertouch.score.alert;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import jakarta.enterprise.context.RequestScoped;

import io.aftertouch.platform.access.Caller;
import io.aftertouch.platform.access.CallerNames;
import io.aftertouch.platform.access.Scopes;
import io.aftertouch.platform.csv.CsvWriter;
import io.aftertouch.platform.edit.NotFound;
import io.aftertouch.platform.edit.Option;
import io.aftertouch.platform.page.Dates;
import io.aftertouch.platform.page.Numbers;
import io.aftertouch.score.catalog.Touchpoints;
import io.aftertouch.score.watch.Share;

/** Puts together what the pages of alerts show to whoever asks for it. */
@RequestScoped
class AlertShowing {

    private static final int ROWS = 50;
    private static final double SHARE_STEP = 5;
    private static final double EVIDENCE_STEP = 1;

    private final AlertReading reading;
    private final AlertRepository alerts;
    private final AlertDays days;
    private final Touchpoints touchpoints;
    private final Caller caller;
    private final CallerNames names;
    private final Clock clock;

    AlertShowing(
            AlertReading reading,
            AlertRepository alerts,
            AlertDays days,
            Touchpoints touchpoints,
            Caller caller,
            CallerNames names,
            Clock clock) {
        this.reading = reading;
        this.alerts = alerts;
        this.days = days;
        this.touchpoints = touchpoints;
        this.caller = caller;
        this.names = names;
        this.clock = clock;
    }

    /** A state that means nothing here is taken for "any". */
    AlertsPage list(String stateName, String touchpointKey, String after) {
        AlertState state = Arrays.stream(AlertState.values())
                .filter(value -> value.name().equals(stateName))
                .findFirst()
                .orElse(null);
        String touchpoint = touchpointKey == null || touchpointKey.isBlank() ? null : touchpointKey;
        Instant now = clock.instant();
        List<AlertReading.Read> found = reading.list(new AlertRepository.Filter(state, touchpoint), after, ROWS + 1);
        List<AlertCard> cards = found.stream()
                .limit(ROWS)
                .map(read -> AlertCard.of(read, names.shown(read.alert().acknowledgedBy()), now))
                .toList();
        long open = alerts.count("state", AlertState.OPEN);
        return new AlertsPage(
                open == 0 ? "No open alerts" : open == 1 ? "One open alert" : Numbers.shown(open) + " open alerts",
                "An alert opens when the share of negative answers has risen and hardly by chance, and recovers when it is as it was."
                        + " Every touchpoint and every segment is watched, answer by answer.",
                now,
                List.of(
                        new Option("", "Open and recovered"),
                        new Option("OPEN", "Open"),
                        new Option("RECOVERED", "Recovered")),
                state == null ? "" : state.name(),
                Stream.concat(
                                Stream.of(new Option("", "All touchpoints")),
                                touchpoints.all().stream().map(one -> new Option(one.key(), one.name())))
                        .toList(),
                touchpoint == null ? "" : touchpoint,
                cards.stream().filter(AlertCard::open).toList(),
                cards.stream().filter(card -> !card.open()).toList(),
                found.size() > ROWS
                        ? older(state, touchpoint, found.get(ROWS - 1).alert())
                        : null);
    }

    private static String older(AlertState state, String touchpoint, Alert last) {
        return "/alerts?state=" + (state == null ? "" : state) + "&touchpoint="
                + AlertView.encoded(touchpoint == null ? "" : touchpoint) + "&after="
                + AlertView.encoded(AlertRepository.cursorAfter(last));
    }

    AlertPage one(UUID id, String message) {
        AlertReading.Read read = reading.one(id).orElseThrow(NotFound::new);
        Alert alert = read.alert();
        Instant now = clock.instant();
        AlertCard card = AlertCard.of(read, names.shown(alert.acknowledgedBy()), now);
        List<AlertDays.Day> around = days.of(alert);
        return new AlertPage(
                card,
                alert.version(),
                read.name() + " for " + card.segment(),
                "%s of the %s answers since %s are negative; %s are expected."
                        .formatted(
                                card.after().percent(),
                                Numbers.shown(card.after().n()),
                                Dates.moment(alert.since()),
                                Numbers.percent(alert.expected())),
                now,
                alert.metric().name(),
                alert.openedAt(),
                gauge(read),
                read.others().isEmpty()
                        ? null
                        : read.others().stream()
                                .map(other -> other.cell()
                                        .segment()
                                        .map(Object::toString)
                                        .orElse("all respondents"))
                                .collect(Collectors.joining(", ")),
                List.of(shares(read, around), evidence(read, around)),
                around.stream().map(AlertShowing::row).toList(),
                alerts.history(id).stream().map(this::line).toList(),
                Arrays.stream(MuteTime.values())
                        .map(time -> new Option(time.name(), time.words()))
                        .toList(),
                caller.may(Scopes.CASES_WRITE) || caller.may(Scopes.CONFIG_WRITE),
                message);
    }

    private static AlertPage.Gauge gauge(AlertReading.Read read) {
        Alert alert = read.alert();
        return new AlertPage.Gauge(
                Numbers.percent(alert.expected()),
                Numbers.percent(alert.alarming()),
                Numbers.decimals(alert.limitInAnswers(), 1),
                read.standing()
                        .map(standing -> Numbers.decimals(standing.gauge().inAnswers(standing.level()), 1))
                        .orElse(null),
                Numbers.shown(alert.quiet()),
                Numbers.shown(alert.delay()));
    }

    private static DayChart shares(AlertReading.Read read, List<AlertDays.Day> around) {
        Alert alert = read.alert();
        Share after = AlertView.after(read);
        List<DayChart.Point> points = around.stream()
                .map(day -> new DayChart.Point(
                        Dates.day(day.day()),
                        day.share()
                                .map(share -> OptionalDouble.of(100 * share.value()))
                                .orElseGet(OptionalDouble::empty)))
                .toList();
        return DayChart.of(
                "shares",
                "Share negative per day",
                "Before, %s of %s answers were negative; since then %s of %s."
                        .formatted(
                                Numbers.shown(alert.before().negative()),
                                Numbers.shown(alert.before().n()),
                                Numbers.shown(after.negative()),
                                Numbers.shown(after.n())),
                points,
                List.of(new DayChart.Level(100 * alert.expected(), "expected, " + Numbers.percent(alert.expected()))),
                SHARE_STEP,
                since(alert, around));
    }

    private static DayChart evidence(AlertReading.Read read, List<AlertDays.Day> around) {
        Alert alert = read.alert();
        List<DayChart.Point> points = around.stream()
                .map(day -> new DayChart.Point(
                        Dates.day(day.day()),
                        day.level()
                                .map(level -> OptionalDouble.of(level.highest()))
                                .orElseGet(OptionalDouble::empty)))
                .toList();
        String limit = Numbers.decimals(alert.limitInAnswers(), 1);
        return DayChart.of(
                "evidence",
                "Evidence per day, at its highest",
                "Negative answers beyond what is let pass; %s of them raise the alarm.".formatted(limit),
                points,
                List.of(new DayChart.Level(alert.limitInAnswers(), "limit, " + limit)),
                EVIDENCE_STEP,
                since(alert, around));
    }

    private static OptionalInt since(Alert alert, List<AlertDays.Day> around) {
        String day = Dates.day(alert.since());
        return IntStream.range(0, around.size())
                .filter(i -> Dates.day(around.get(i).day()).equals(day))
                .findFirst();
    }

    private static AlertPage.Row row(AlertDays.Day day) {
        return new AlertPage.Row(
                Dates.day(day.day()),
                day.open(),
                day.share().map(Share::n).map(Numbers::shown).orElse(null),
                day.share()
                        .map(share -> Numbers.decimals(100 * share.value(), 1))
                        .orElse(null),
                day.level().map(level -> Numbers.decimals(level.highest(), 1)).orElse("–"),
                day.level()
                        .map(level -> Numbers.decimals(level.limitInAnswers(), 1))
                        .orElse("–"));
    }

    private AlertPage.Line line(AlertStep step) {
        String text = step.step() == Step.MUTED ? "until " + Dates.moment(Instant.parse(step.text())) : step.text();
        return new AlertPage.Line(step.at(), step.step().words(), names.shown(step.actor()), text);
    }

    /** The table behind the charts. */
    String csv(UUID id) {
        Alert alert = reading.one(id).orElseThrow(NotFound::new).alert();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            CsvWriter rows = new CsvWriter(bytes, false);
            rows.row(List.of("day", "touchpoint", "segment", "metric", "n", "negative", "evidence", "limit"));
            for (AlertDays.Day day : days.of(alert)) {
                List<Object> row = new ArrayList<>(Arrays.asList(
                        day.day(),
                        alert.touchpoint(),
                        alert.segment().map(Object::toString).orElse(""),
                        alert.metric()));
                row.add(day.share().map(Share::n).orElse(null));
                row.add(day.share().map(Share::negative).orElse(null));
                row.add(day.level().map(level -> level.highest()).orElse(null));
                row.add(day.level().map(level -> level.limitInAnswers()).orElse(null));
                rows.row(row);
            }
            rows.flush();
        } catch (IOException impossible) {
            throw new UncheckedIOException("Memory can be written", impossible);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
