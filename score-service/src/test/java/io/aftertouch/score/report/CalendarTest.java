package io.aftertouch.score.report;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;

import io.aftertouch.score.tally.Grain;
import io.aftertouch.score.tally.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Days, weeks and months are those of the calendar on the wall, in years in which the clock is changed and in zones where that is odd. */
class CalendarTest {

    @ParameterizedTest
    @CsvSource({
        "Europe/Copenhagen, 2026-03-28, 24",
        "Europe/Copenhagen, 2026-03-29, 23",
        "Europe/Copenhagen, 2026-03-30, 24",
        "Europe/Copenhagen, 2026-10-24, 24",
        "Europe/Copenhagen, 2026-10-25, 25",
        "Europe/Copenhagen, 2026-10-26, 24",
        "America/New_York, 2026-03-08, 23",
        "America/New_York, 2026-11-01, 25",
        "Pacific/Auckland, 2026-04-05, 25",
        "Pacific/Auckland, 2026-09-27, 23",
        // the clock goes forward at midnight: the day begins at one
        "America/Sao_Paulo, 2018-11-04, 23",
        "Africa/Cairo, 2026-04-24, 23",
        "Asia/Tokyo, 2026-03-29, 24",
    })
    void aDayHasAsManyHoursAsTheWallClockGivesIt(ZoneId zone, LocalDate day, int hours) {
        Timeline timeline = Timeline.of(days(zone, day.minusDays(3), day.plusDays(4)), Step.DAY, zone);

        assertThat(timeline.buckets()).hasSize(7);
        assertThat(hours(timeline.buckets().get(3))).isEqualTo(hours);
        assertThat(timeline.buckets().get(3).from())
                .isEqualTo(day.atStartOfDay(zone).toInstant());
    }

    @Test
    void aDayThatNeverWasHasNoBucket() {
        ZoneId apia = ZoneId.of("Pacific/Apia");
        Timeline timeline =
                Timeline.of(days(apia, LocalDate.of(2011, 12, 28), LocalDate.of(2012, 1, 2)), Step.DAY, apia);

        assertThat(timeline.buckets())
                .extracting(bucket -> bucket.from().atZone(apia).toLocalDate().getDayOfMonth())
                .containsExactly(28, 29, 31, 1);
        assertThat(timeline.buckets()).extracting(CalendarTest::hours).containsOnly(24L);
    }

    @Test
    void aClockThatIsChangedByHalfAnHourMovesItsBordersToTheHourBefore() {
        ZoneId lordHowe = ZoneId.of("Australia/Lord_Howe");
        Span week = new Span(Instant.parse("2026-04-02T00:00:00Z"), Instant.parse("2026-04-09T00:00:00Z"));

        assertThat(Timeline.of(week, Step.DAY, lordHowe).buckets())
                .extracting(bucket -> bucket.from().toString())
                .containsExactly(
                        "2026-04-02T00:00:00Z",
                        "2026-04-02T13:00:00Z",
                        "2026-04-03T13:00:00Z",
                        "2026-04-04T13:00:00Z",
                        // ten and a half hours from here on
                        "2026-04-05T13:00:00Z",
                        "2026-04-06T13:00:00Z",
                        "2026-04-07T13:00:00Z",
                        "2026-04-08T13:00:00Z");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Europe/Copenhagen", "America/New_York", "America/Santiago", "Pacific/Auckland", "UTC"})
    void monthsBeginAtTheFirstMidnightOfTheirFirstDay(String name) {
        ZoneId zone = ZoneId.of(name);
        List<Span> months = Timeline.of(
                        days(zone, LocalDate.of(2025, 1, 1), LocalDate.of(2027, 1, 1)), Step.MONTH, zone)
                .buckets();

        assertThat(months).hasSize(24);
        assertThat(months).allSatisfy(month -> {
            ZonedDateTime start = month.from().atZone(zone);
            assertThat(start.toLocalDate().getDayOfMonth()).isEqualTo(1);
            assertThat(start).isEqualTo(start.toLocalDate().atStartOfDay(zone));
            assertThat(month.to().atZone(zone).toLocalDate())
                    .isEqualTo(start.toLocalDate().plusMonths(1));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"Europe/Copenhagen", "America/New_York", "Africa/Cairo", "Pacific/Auckland", "UTC"})
    void weeksBeginOnMondaysAndAreSevenDaysLong(String name) {
        ZoneId zone = ZoneId.of(name);
        List<Span> weeks = Timeline.of(days(zone, LocalDate.of(2026, 1, 5), LocalDate.of(2027, 1, 4)), Step.WEEK, zone)
                .buckets();

        assertThat(weeks).hasSize(52);
        assertThat(weeks).allSatisfy(week -> {
            LocalDate monday = week.from().atZone(zone).toLocalDate();
            assertThat(monday.getDayOfWeek()).isEqualTo(DayOfWeek.MONDAY);
            assertThat(ChronoUnit.DAYS.between(monday, week.to().atZone(zone).toLocalDate()))
                    .isEqualTo(7);
        });
        assertThat(weeks.stream().mapToLong(CalendarTest::hours).sum()).isEqualTo(52 * 7 * 24);
    }

    @Test
    void theHourThatComesTwiceIsTwoHours() {
        ZoneId copenhagen = ZoneId.of("Europe/Copenhagen");
        Span night = new Span(Instant.parse("2026-10-24T23:00:00Z"), Instant.parse("2026-10-25T03:00:00Z"));

        assertThat(Timeline.of(night, Step.HOUR, copenhagen).buckets())
                .extracting(bucket -> bucket.from().atZone(copenhagen).getHour())
                .containsExactly(1, 2, 2, 3);
    }

    private static Span days(ZoneId zone, LocalDate from, LocalDate to) {
        return new Span(
                Grain.HOUR.floor(from.atStartOfDay(zone).toInstant()),
                Grain.HOUR.floor(to.atStartOfDay(zone).toInstant()));
    }

    private static long hours(Span span) {
        return Duration.between(span.from(), span.to()).toHours();
    }
}
