package io.aftertouch.survey.decision;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import io.aftertouch.platform.retry.RetryOnConflict;

/**
 * Counts whole days of the ledger ahead, and again and again while something may still become of their invitations. Taking in events costs nothing
 * more for it.
 */
@ApplicationScoped
class CoverageCounting {

    private final CoverageDays days;
    private final CoverageConfig config;

    CoverageCounting(CoverageDays days, CoverageConfig config) {
        this.days = days;
        this.config = config;
    }

    /** The days that have to be counted, or counted again, the latest first. */
    @Transactional
    List<Instant> due(Instant now) {
        Instant today = now.truncatedTo(ChronoUnit.DAYS);
        Instant farthest = today.minus(CoverageQuestion.LONGEST);
        Optional<Instant> first = days.firstDecision().map(at -> at.truncatedTo(ChronoUnit.DAYS));
        if (first.isEmpty()) {
            return List.of();
        }
        Instant begin = first.get().isBefore(farthest) ? farthest : first.get();
        Map<Instant, CountedDay> counted =
                days.between(begin, now).stream().collect(Collectors.toMap(CountedDay::begins, Function.identity()));
        return Stream.iterate(today, day -> !day.isBefore(begin), day -> day.minus(1, ChronoUnit.DAYS))
                .filter(day -> !counted.containsKey(day) || counted.get(day).isStale(now, config.recount()))
                .filter(day -> day.isBefore(today) || days.hasDecisions(config.longDay(), today))
                .toList();
    }

    /** Counts a day, unless another instance has just done so. */
    @RetryOnConflict
    @Transactional
    void count(Instant begins, Instant now) {
        CountedDay before = days.hold(begins);
        CountedDay counted = CountedDay.counted(begins, now.minus(config.settle()), now);
        if (!counted.isEmpty() && (before.isEmpty() || before.isStale(now, config.recount()))) {
            days.count(counted);
        }
    }
}
