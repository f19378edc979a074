package io.aftertouch.score.alert;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.aftertouch.score.cusum.Cells;
import io.aftertouch.score.cusum.DayLevel;
import io.aftertouch.score.metric.Band;
import io.aftertouch.score.metric.Score;
import io.aftertouch.score.report.ScoreQuery;
import io.aftertouch.score.report.Scores;
import io.aftertouch.score.report.Step;
import io.aftertouch.score.watch.Share;

/** The days around an alert: the share of negative answers on each, as the API says it, and how high the evidence stood. */
@ApplicationScoped
class AlertDays {

    private static final int DAYS_BEFORE = 21;
    private static final int DAYS_AFTER = 7;
    private static final int MOST_DAYS = 120;

    private final Scores scores;
    private final Cells cells;
    private final Clock clock;
    private final ZoneId zone;

    AlertDays(Scores scores, Cells cells, Clock clock, ZoneId zone) {
        this.scores = scores;
        this.cells = cells;
        this.clock = clock;
        this.zone = zone;
    }

    /**
     * One day.
     *
     * @param open whether it is today
     * @param share empty when there are too few answers to show it
     * @param level empty when the cell had no answer that day or was not watched yet
     */
    record Day(LocalDate day, boolean open, Optional<Share> share, Optional<DayLevel> level) {}

    /** From three weeks before the problem until now, or a week after its end; the latest when that is long. */
    List<Day> of(Alert alert) {
        Instant now = clock.instant();
        LocalDate today = day(now);
        LocalDate end =
                alert.recoveredAt() == null ? today : day(alert.recoveredAt()).plusDays(DAYS_AFTER);
        LocalDate last = end.isAfter(today) ? today : end;
        LocalDate wanted = day(alert.since()).minusDays(DAYS_BEFORE);
        LocalDate first = wanted.isBefore(last.minusDays(MOST_DAYS)) ? last.minusDays(MOST_DAYS) : wanted;
        Map<LocalDate, Share> shares = shares(alert, first, last);
        Map<LocalDate, DayLevel> levels = cells.days(alert.cellId(), first).stream()
                .collect(Collectors.toMap(DayLevel::day, Function.identity(), (kept, current) -> current));
        List<Day> days = new ArrayList<>();
        first.datesUntil(last.plusDays(1))
                .forEach(day -> days.add(new Day(
                        day,
                        day.equals(today),
                        Optional.ofNullable(shares.get(day)),
                        Optional.ofNullable(levels.get(day)))));
        return days;
    }

    private Map<LocalDate, Share> shares(Alert alert, LocalDate first, LocalDate last) {
        Map<String, Set<String>> segments = alert.segment()
                .map(segment -> Map.of(segment.dimension(), Set.of(segment.value())))
                .orElse(Map.of());
        ScoreQuery question = ScoreQuery.of(alert.metric(), zone)
                .at(alert.touchpoint())
                .matching(segments, Set.of())
                .between(
                        first.atStartOfDay(zone).toInstant(),
                        last.plusDays(1).atStartOfDay(zone).toInstant())
                .per(Step.DAY);
        return scores.byTouchpoint(question).getOrDefault(alert.touchpoint(), List.of()).stream()
                .filter(group -> group.scale().key().equals(alert.scale()))
                .flatMap(group -> group.buckets().stream())
                .filter(bucket -> bucket.shown().filter(score -> score.n() > 0).isPresent())
                .collect(Collectors.toMap(
                        bucket -> day(bucket.span().from()),
                        bucket -> share(bucket.shown().orElseThrow()),
                        Share::plus));
    }

    private static Share share(Score score) {
        return new Share(score.in(Band.NEGATIVE), score.n());
    }

    private LocalDate day(Instant at) {
        return at.atZone(zone).toLocalDate();
    }
}
