package io.aftertouch.feedback.settings;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Part of a day in which the team works, written {@code 09:00-17:00}; {@code 24:00} is the end of the day.
 *
 * @param from minutes since midnight
 * @param to minutes since midnight, after {@code from}, at most 1440
 */
public record OpenHours(int from, int to) {

    private static final int MINUTES_OF_A_DAY = 1_440;
    private static final Pattern WRITTEN =
            Pattern.compile("([01]?\\d|2[0-4]):([0-5]\\d)\\s*[-–]\\s*([01]?\\d|2[0-4]):([0-5]\\d)");

    static final OpenHours ALL_DAY = new OpenHours(0, MINUTES_OF_A_DAY);

    public OpenHours {
        if (from < 0 || from >= to || to > MINUTES_OF_A_DAY) {
            throw new IllegalArgumentException("must begin before they end, both on the same day");
        }
    }

    /** @throws IllegalArgumentException when it is not written as 09:00-17:00 */
    @JsonCreator
    public static OpenHours parse(String text) {
        Matcher written = WRITTEN.matcher(text.strip());
        if (!written.matches()) {
            throw new IllegalArgumentException("must be written as 09:00-17:00");
        }
        return new OpenHours(minutes(written.group(1), written.group(2)), minutes(written.group(3), written.group(4)));
    }

    private static int minutes(String hours, String minutes) {
        return Integer.parseInt(hours) * 60 + Integer.parseInt(minutes);
    }

    /** When they begin on a day; a time that the clocks skip is when they go on, one that comes twice is the first. */
    ZonedDateTime startOn(LocalDate day, ZoneId zone) {
        return day.atTime(LocalTime.ofSecondOfDay(from * 60L)).atZone(zone).withEarlierOffsetAtOverlap();
    }

    /** When they end on a day; a time that comes twice is the second. */
    ZonedDateTime endOn(LocalDate day, ZoneId zone) {
        return to == MINUTES_OF_A_DAY
                ? day.plusDays(1).atStartOfDay(zone)
                : day.atTime(LocalTime.ofSecondOfDay(to * 60L)).atZone(zone).withLaterOffsetAtOverlap();
    }

    int minutes() {
        return to - from;
    }

    @Override
    @JsonValue
    public String toString() {
        return "%02d:%02d-%02d:%02d".formatted(from / 60, from % 60, to / 60, to % 60);
    }
}
