package io.aftertouch.score.report;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Into which steps of time a report is cut, as a calendar on the wall of the asked zone has them. Weeks start on Monday. */
public enum Step {
    HOUR,
    DAY,
    WEEK,
    MONTH,
    /** Not cut at all. */
    NONE;

    /** The start of the step that this instant lies in. */
    public Instant floor(Instant instant, ZoneId zone) {
        ZonedDateTime time = instant.atZone(zone);
        return switch (this) {
            case NONE -> instant;
            case HOUR -> instant.truncatedTo(ChronoUnit.HOURS);
            case DAY -> startOfDay(time);
            case WEEK -> startOfDay(time.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)));
            case MONTH -> startOfDay(time.withDayOfMonth(1));
        };
    }

    /** The start of the step after the one that this instant lies in. */
    public Instant next(Instant instant, ZoneId zone) {
        ZonedDateTime start = floor(instant, zone).atZone(zone);
        return switch (this) {
            case NONE -> throw new IllegalStateException("What is not cut has no next step");
            case HOUR -> start.toInstant().plus(1, ChronoUnit.HOURS);
            case DAY -> startOfDay(start.plusDays(1));
            case WEEK -> startOfDay(start.plusWeeks(1));
            case MONTH -> startOfDay(start.plusMonths(1));
        };
    }

    /** @throws IllegalArgumentException when no step is called so */
    static Step of(String word) {
        return Arrays.stream(values())
                .filter(step -> step.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(word));
    }

    static String words() {
        return Arrays.stream(values()).map(Step::word).collect(Collectors.joining(", "));
    }

    private String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    private static Instant startOfDay(ZonedDateTime time) {
        return time.toLocalDate().atStartOfDay(time.getZone()).toInstant();
    }
}
