package io.aftertouch.score.dashboard;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Optional;

import io.aftertouch.score.report.Step;

/** The time that a page looks back on, and how its charts cut a longer one. */
enum Period {
    LAST_4_WEEKS("4w", "Last 4 weeks", 28, Step.WEEK, 12),
    LAST_7_DAYS("7d", "Last 7 days", 7, Step.DAY, 28),
    LAST_12_WEEKS("12w", "Last 12 weeks", 84, Step.WEEK, 12),
    LAST_YEAR("12m", "Last 12 months", 365, Step.MONTH, 12),
    ALL_TIME("all", "All time", 0, Step.MONTH, 24);

    private final String key;
    private final String label;
    private final int days;
    private final Step step;
    private final int steps;

    Period(String key, String label, int days, Step step, int steps) {
        this.key = key;
        this.label = label;
        this.days = days;
        this.step = step;
        this.steps = steps;
    }

    /** @throws IllegalArgumentException when no period is called so */
    static Period of(String key) {
        return Arrays.stream(values())
                .filter(period -> period.key.equals(key))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(key));
    }

    static String keys() {
        return String.join(", ", Arrays.stream(values()).map(Period::key).toList());
    }

    String key() {
        return key;
    }

    String label() {
        return label;
    }

    Step step() {
        return step;
    }

    /** The start of the first day looked at; null if there is none. */
    Instant from(Instant now, ZoneId zone) {
        LocalDate today = now.atZone(zone).toLocalDate();
        return this == ALL_TIME
                ? null
                : today.minusDays(days - 1L).atStartOfDay(zone).toInstant();
    }

    /** The start of as many days before the first one looked at; empty if there is none. */
    Optional<Instant> timeBefore(Instant now, ZoneId zone) {
        return Optional.ofNullable(from(now, zone))
                .map(from -> from.atZone(zone).minusDays(days).toInstant());
    }

    /** Where the charts begin: so many steps back, the current one included. */
    Instant chartFrom(Instant now, ZoneId zone) {
        Instant start = step.floor(now, zone);
        for (int i = 1; i < steps; i++) {
            start = step.floor(start.minusSeconds(1), zone);
        }
        return start;
    }

    /** Where the charts end: with the current step. */
    Instant chartTo(Instant now, ZoneId zone) {
        return step.next(now, zone);
    }
}
