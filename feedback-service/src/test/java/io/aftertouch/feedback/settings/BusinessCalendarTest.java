package io.aftertouch.feedback.settings;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class BusinessCalendarTest {

    private static final ZoneId COPENHAGEN = ZoneId.of("Europe/Copenhagen");

    /** Monday to Friday 9 to 17, Saturday 10 to 14, free on Christmas Day 2026, a Friday. */
    private static final BusinessCalendar OFFICE = calendar(
            Map.of(
                    DayOfWeek.MONDAY, List.of("09:00-17:00"),
                    DayOfWeek.TUESDAY, List.of("09:00-17:00"),
                    DayOfWeek.WEDNESDAY, List.of("13:00-17:00", "09:00-12:00"),
                    DayOfWeek.THURSDAY, List.of("09:00-17:00"),
                    DayOfWeek.FRIDAY, List.of("09:00-17:00"),
                    DayOfWeek.SATURDAY, List.of("10:00-14:00")),
            COPENHAGEN);

    @ParameterizedTest
    @CsvSource({
        "within the day,          2026-11-23T09:30, PT4H,   2026-11-23T13:30",
        "up to the last minute,   2026-11-23T13:00, PT4H,   2026-11-23T17:00",
        "into the next day,       2026-11-23T15:00, PT4H,   2026-11-24T11:00",
        "before opening,          2026-11-23T03:00, PT1H,   2026-11-23T10:00",
        "after closing,           2026-11-23T18:00, PT1H,   2026-11-24T10:00",
        "exactly at closing,      2026-11-23T17:00, PT1H,   2026-11-24T10:00",
        "over the lunch break,    2026-11-25T11:30, PT1H,   2026-11-25T13:30",
        "over the weekend,        2026-11-27T16:00, PT6H,   2026-11-30T10:00",
        "on a free Sunday,        2026-11-29T12:00, PT30M,  2026-11-30T09:30",
        "over a holiday,          2026-12-24T16:00, PT2H,   2026-12-26T11:00",
        "a whole week,            2026-11-23T09:00, PT43H,  2026-11-28T14:00"
    })
    void onlyWorkingTimeCounts(String why, String from, Duration working, String due) {
        assertThat(OFFICE.after(at(from), working)).as(why).isEqualTo(at(due));
    }

    @Test
    void aWarningComesWhenFourFifthsHavePassed() {
        Deadline deadline = OFFICE.deadlineFrom(at("2026-11-23T15:00"));
        assertThat(deadline.dueAt()).isEqualTo(at("2026-11-24T11:00"));
        assertThat(deadline.warnAt()).isEqualTo(at("2026-11-24T10:12"));
    }

    @ParameterizedTest
    @CsvSource({
        "clocks go forward at night,          00:00-24:00, 2026-03-29T00:00:00+01:00, PT4H, 2026-03-29T05:00:00+02:00",
        "a day of 23 hours,                   00:00-24:00, 2026-03-29T00:00:00+01:00, PT23H, 2026-03-30T00:00:00+02:00",
        "clocks go back at night,             00:00-24:00, 2026-10-25T00:00:00+02:00, PT4H, 2026-10-25T03:00:00+01:00",
        "a day of 25 hours,                   00:00-24:00, 2026-10-25T00:00:00+02:00, PT25H, 2026-10-26T00:00:00+01:00",
        "office hours are not moved,          09:00-17:00, 2026-03-28T16:00:00+01:00, PT2H, 2026-03-29T10:00:00+02:00",
        "nor in autumn,                       09:00-17:00, 2026-10-24T16:00:00+02:00, PT2H, 2026-10-25T10:00:00+01:00",
        "an hour that is skipped has no time, 02:00-03:00, 2026-03-28T02:30:00+01:00, PT1H, 2026-03-30T02:30:00+02:00",
        "an hour that comes twice has two,    02:00-03:00, 2026-10-25T02:00:00+02:00, PT2H, 2026-10-25T03:00:00+01:00",
        "the start may be skipped,            02:30-06:00, 2026-03-29T00:00:00+01:00, PT1H, 2026-03-29T04:30:00+02:00"
    })
    void onDaysOfClockChangesTimeIsWhatReallyPasses(
            String why, String hours, String from, Duration working, String due) {
        BusinessCalendar everyDay = calendar(everyDay(hours), COPENHAGEN);
        assertThat(everyDay.after(Instant.parse(from), working)).as(why).isEqualTo(Instant.parse(due));
    }

    @Test
    void hoursThatMeetInAnHourThatComesTwiceAreCountedOnce() {
        Map<DayOfWeek, List<String>> split = new TreeMap<>();
        for (DayOfWeek day : DayOfWeek.values()) {
            split.put(day, List.of("00:00-02:30", "02:30-24:00"));
        }
        BusinessCalendar calendar = calendar(split, COPENHAGEN);
        assertThat(calendar.after(Instant.parse("2026-10-25T00:00:00+02:00"), Duration.ofHours(25)))
                .isEqualTo("2026-10-25T23:00:00Z");
    }

    @Test
    void roundTheClockIsPlainTime() {
        BusinessCalendar always = BusinessCalendar.roundTheClock(ZoneOffset.UTC, Duration.ofHours(4));
        Instant night = Instant.parse("2026-12-24T23:59:59.123456Z");
        assertThat(always.deadlineFrom(night).dueAt()).isEqualTo(night.plus(Duration.ofHours(4)));
        assertThat(always.deadlineFrom(night).warnAt()).isEqualTo(night.plus(Duration.ofMinutes(192)));
    }

    @Test
    void theNextMorningIsWhenTheTeamIsBack() {
        assertThat(OFFICE.nextMorning(at("2026-11-23T08:00"))).isEqualTo(at("2026-11-24T09:00"));
        assertThat(OFFICE.nextMorning(at("2026-11-28T12:00"))).isEqualTo(at("2026-11-30T09:00"));
        assertThat(OFFICE.nextMorning(at("2026-12-24T12:00"))).isEqualTo(at("2026-12-26T10:00"));
        assertThat(BusinessCalendar.roundTheClock(COPENHAGEN, Duration.ofHours(4))
                        .nextMorning(at("2026-11-23T12:00")))
                .isEqualTo(at("2026-11-24T09:00"));
    }

    @Test
    void aTeamThatNeverWorksHasNoCalendar() {
        assertThatThrownBy(() -> calendar(Map.of(), COPENHAGEN)).hasMessageContaining("an hour a week");
        assertThatThrownBy(() -> calendar(Map.of(DayOfWeek.MONDAY, List.of("09:00-09:59")), COPENHAGEN))
                .hasMessageContaining("an hour a week");
        assertThatThrownBy(() -> calendar(Map.of(DayOfWeek.MONDAY, List.of("09:00-12:00", "11:00-13:00")), COPENHAGEN))
                .hasMessageContaining("overlap");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "9-17",
                "09:00",
                "17:00-09:00",
                "09:00-09:00",
                "24:00-24:30",
                "09:60-10:00",
                "25:00-26:00",
                "x"
            })
    void hoursThatAreNoneAreRefused(String text) {
        assertThatThrownBy(() -> OpenHours.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void hoursReadAsTheyAreWritten() {
        assertThat(OpenHours.parse(" 9:00 – 17:30 ")).hasToString("09:00-17:30");
        assertThat(OpenHours.parse("00:00-24:00")).isEqualTo(OpenHours.ALL_DAY);
    }

    private static Map<DayOfWeek, List<String>> everyDay(String hours) {
        Map<DayOfWeek, List<String>> days = new TreeMap<>();
        for (DayOfWeek day : DayOfWeek.values()) {
            days.put(day, List.of(hours));
        }
        return days;
    }

    private static BusinessCalendar calendar(Map<DayOfWeek, List<String>> hours, ZoneId zone) {
        Map<DayOfWeek, List<OpenHours>> open = new TreeMap<>();
        hours.forEach((day, parts) ->
                open.put(day, parts.stream().map(OpenHours::parse).toList()));
        TreeMap<LocalDate, String> holidays = new TreeMap<>(Map.of(LocalDate.of(2026, 12, 25), "Christmas Day"));
        return new BusinessCalendar(zone, open, holidays, Duration.ofHours(4));
    }

    private static Instant at(String local) {
        return java.time.LocalDateTime.parse(local).atZone(COPENHAGEN).toInstant();
    }
}
