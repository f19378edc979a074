package io.aftertouch.feedback.settings;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import io.aftertouch.feedback.response.Text;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** When the team works, as somebody wants it. */
@Schema(name = "ChangeCalendar")
record ChangeCalendar(
        @Schema(description = "A zone of the IANA database.", examples = "Europe/Copenhagen")
        String zone,

        @Schema(
                description =
                        "By weekday the parts of the day in which the team works, as 09:00-17:00; a day left out is free.")
        Map<DayOfWeek, List<String>> hours,

        @Schema(description = "Days on which the team does not work.")
        List<Holiday> holidays,

        @Schema(description = "Working time within which a case has to be taken, PT1M to P30D.", examples = "PT4H")
        String dueWithin) {

    private static final int LONGEST_NAME = 80;

    /** A day on which the team does not work. */
    @Schema(name = "Holiday")
    record Holiday(@Schema(examples = "2026-12-25") String date, String name) {}

    /** @throws InvalidSetting naming every field that is not as it must be */
    BusinessCalendar calendar() {
        Mistakes mistakes = new Mistakes();
        ZoneId at = mistakes.read("zone", this::readZone);
        Map<DayOfWeek, List<OpenHours>> open = readHours(mistakes);
        SortedMap<LocalDate, String> free = readHolidays(mistakes);
        Duration due = mistakes.read("dueWithin", this::readDueWithin);
        mistakes.refuse();
        BusinessCalendar calendar = mistakes.read("hours", () -> new BusinessCalendar(at, open, free, due));
        mistakes.refuse();
        return calendar;
    }

    private ZoneId readZone() {
        if (zone == null || !ZoneId.getAvailableZoneIds().contains(zone.strip())) {
            throw new IllegalArgumentException("must be a zone such as Europe/Copenhagen");
        }
        return ZoneId.of(zone.strip());
    }

    private Map<DayOfWeek, List<OpenHours>> readHours(Mistakes mistakes) {
        Map<DayOfWeek, List<OpenHours>> read = new EnumMap<>(DayOfWeek.class);
        if (hours != null) {
            hours.forEach((day, parts) -> {
                String field = "hours." + day.name().toLowerCase(Locale.ROOT);
                List<OpenHours> open = new ArrayList<>();
                for (String part : parts == null ? List.<String>of() : parts) {
                    open.add(mistakes.read(field, () -> OpenHours.parse(part == null ? "" : part)));
                }
                read.put(day, open);
            });
        }
        return read;
    }

    private SortedMap<LocalDate, String> readHolidays(Mistakes mistakes) {
        SortedMap<LocalDate, String> read = new TreeMap<>();
        List<Holiday> given = holidays == null ? List.of() : holidays;
        mistakes.addIf(
                given.size() > BusinessCalendar.MOST_HOLIDAYS,
                "holidays",
                "must be at most " + BusinessCalendar.MOST_HOLIDAYS);
        for (Holiday holiday : given) {
            LocalDate date = mistakes.read("holidays", () -> readDate(holiday));
            String name = holiday == null || holiday.name() == null
                    ? ""
                    : holiday.name().strip();
            mistakes.addIf(
                    Text.Check.length(name) > LONGEST_NAME || !Text.Check.isStorable(name),
                    "holidays",
                    "must have names of at most " + LONGEST_NAME + " characters");
            if (date != null) {
                read.put(date, name);
            }
        }
        return read;
    }

    private static LocalDate readDate(Holiday holiday) {
        try {
            return LocalDate.parse(
                    holiday == null || holiday.date() == null
                            ? ""
                            : holiday.date().strip());
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("must begin with a date such as 2026-12-25", e);
        }
    }

    private Duration readDueWithin() {
        try {
            Duration due = Duration.parse(dueWithin == null ? "" : dueWithin.strip());
            if (due.compareTo(BusinessCalendar.SHORTEST) >= 0 && due.compareTo(BusinessCalendar.LONGEST) <= 0) {
                return due;
            }
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("must be a duration such as PT4H", e);
        }
        throw new IllegalArgumentException("must be between a minute and 30 days");
    }
}
