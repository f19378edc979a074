package io.aftertouch.feedback.settings;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The calendar as a form: a line per weekday, a line per holiday, hours as a number. */
final class CalendarForm {

    private static final BigDecimal MINUTES_OF_AN_HOUR = BigDecimal.valueOf(60);

    private CalendarForm() {}

    /** A weekday on the page. */
    record Day(String field, String name) {}

    static List<Day> days() {
        return Arrays.stream(DayOfWeek.values())
                .map(day -> new Day(field(day), day.getDisplayName(TextStyle.FULL, Locale.ENGLISH)))
                .toList();
    }

    private static String field(DayOfWeek day) {
        return "hours." + day.name().toLowerCase(Locale.ROOT);
    }

    static Typed of(Versioned<BusinessCalendar> current) {
        BusinessCalendar calendar = current.value();
        Map<String, String> values = new HashMap<>();
        values.put("version", Integer.toString(current.version()));
        values.put("zone", calendar.zone().getId());
        calendar.hours()
                .forEach((day, open) -> values.put(
                        field(day), open.stream().map(OpenHours::toString).collect(Collectors.joining(", "))));
        values.put(
                "holidays",
                calendar.holidays().entrySet().stream()
                        .map(day -> (day.getKey() + " " + day.getValue()).strip())
                        .collect(Collectors.joining("\n")));
        values.put(
                "dueWithin",
                BigDecimal.valueOf(calendar.dueWithin().toMinutes())
                        .divide(MINUTES_OF_AN_HOUR, 2, RoundingMode.HALF_UP)
                        .stripTrailingZeros()
                        .toPlainString());
        return Typed.of(values);
    }

    static ChangeCalendar read(Typed typed) {
        Map<DayOfWeek, List<String>> hours = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            hours.put(day, typed.parts(field(day)));
        }
        return new ChangeCalendar(
                typed.value("zone"),
                hours,
                typed.lines("holidays").stream().map(CalendarForm::holiday).toList(),
                duration(typed.value("dueWithin")));
    }

    private static ChangeCalendar.Holiday holiday(String line) {
        String[] dateAndName = line.split("\\s+", 2);
        return new ChangeCalendar.Holiday(dateAndName[0], dateAndName.length == 1 ? "" : dateAndName[1]);
    }

    /** Hours as people write them, "4" or "1.5"; what is none stays as it is, for the calendar to refuse. */
    private static String duration(String hours) {
        return hours.strip().matches("\\d{1,3}([.,]\\d{1,2})?")
                ? Duration.ofMinutes(new BigDecimal(hours.strip().replace(',', '.'))
                                .multiply(MINUTES_OF_AN_HOUR)
                                .setScale(0, RoundingMode.HALF_UP)
                                .longValueExact())
                        .toString()
                : hours;
    }
}
