package io.aftertouch.feedback.settings;

import java.time.DayOfWeek;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** When the team works, as the API shows it. */
@Schema(name = "Calendar")
record CalendarView(
        @Schema(description = "The ETag; 0 while nobody has changed it.")
        int version,

        String zone,
        Map<DayOfWeek, List<String>> hours,
        List<ChangeCalendar.Holiday> holidays,
        String dueWithin) {

    static CalendarView of(Versioned<BusinessCalendar> current) {
        BusinessCalendar calendar = current.value();
        Map<DayOfWeek, List<String>> hours = new LinkedHashMap<>();
        calendar.hours()
                .forEach((day, open) ->
                        hours.put(day, open.stream().map(OpenHours::toString).toList()));
        return new CalendarView(
                current.version(),
                calendar.zone().getId(),
                hours,
                calendar.holidays().entrySet().stream()
                        .map(day -> new ChangeCalendar.Holiday(day.getKey().toString(), day.getValue()))
                        .toList(),
                calendar.dueWithin().toString());
    }
}
