package io.aftertouch.score.tally;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class StretchesTest {

    private static final ZoneId COPENHAGEN = ZoneId.of("Europe/Copenhagen");
    private static final Instant START = Instant.parse("2025-10-20T00:00:00Z");
    private static final int HOURS = 24 * 400;

    private static final Year YEAR = Year.of(new Random(2025));

    /** So many answers in each hour, summed up to the start of each, and the tallies that are stored of them. */
    private record Year(long[] before, Map<Grain, NavigableMap<Instant, Long>> tallies) {

        static Year of(Random random) {
            long[] before = new long[HOURS + 1];
            Map<Grain, NavigableMap<Instant, Long>> tallies = new EnumMap<>(Grain.class);
            for (Grain grain : Grain.values()) {
                tallies.put(grain, new TreeMap<>());
            }
            for (int hour = 0; hour < HOURS; hour++) {
                long answers = random.nextInt(4);
                before[hour + 1] = before[hour] + answers;
                Instant at = hour(hour);
                tallies.forEach((grain, sums) -> sums.merge(grain.floor(at), answers, Long::sum));
            }
            return new Year(before, tallies);
        }

        long between(Instant from, Instant to) {
            return before[to == null ? HOURS : hours(to)] - before[from == null ? 0 : hours(from)];
        }

        private static int hours(Instant at) {
            return (int) ChronoUnit.HOURS.between(START, at);
        }

        /** What is found in a table in which the hour of the day comes before the time, by a database that adds up portions. */
        long[] readByHourOfDay(Stretches stretches) {
            long[] sums = new long[stretches.size()];
            for (Stretches.Range range : stretches.rangesByHourOfDay()) {
                read(range.grain(), range.spans(), (bucket, n) -> {
                    if (range.hoursOfDay()
                            .contains(bucket.atOffset(ZoneOffset.UTC).getHour())) {
                        shares(stretches, range, bucket).forEach((stretch, times) -> sums[stretch] += times * n);
                    }
                });
            }
            return sums;
        }

        /** What is found in a table in the order of time. */
        long[] readInOrder(Stretches stretches) {
            long[] sums = new long[stretches.size()];
            stretches
                    .rangesInOrder()
                    .forEach((grain, spans) -> read(grain, spans, (bucket, n) -> stretches
                            .shares(grain, bucket)
                            .forEach((stretch, times) -> sums[stretch] += times * n)));
            return sums;
        }

        private void read(Grain grain, List<Span> spans, BiConsumer<Instant, Long> tally) {
            for (Span span : spans) {
                NavigableMap<Instant, Long> stored = tallies.get(grain);
                NavigableMap<Instant, Long> since = span.from() == null ? stored : stored.tailMap(span.from(), true);
                (span.to() == null ? since : since.headMap(span.to(), false)).forEach(tally);
            }
        }

        private static Map<Integer, Integer> shares(Stretches stretches, Stretches.Range range, Instant bucket) {
            return range.portions().stream()
                    .filter(portion -> portion.from() == null || !portion.from().isAfter(bucket))
                    .reduce((earlier, later) -> later)
                    .map(portion -> Map.of(portion.stretch(), portion.times()))
                    .orElseGet(() -> stretches.shares(range.grain(), bucket));
        }
    }

    @Test
    void weeksAreAddedUpByTheDatabase() {
        List<Instant> weeks = IntStream.rangeClosed(0, 12)
                .mapToObj(week -> LocalDate.of(2026, 9, 7)
                        .plusWeeks(week)
                        .atStartOfDay(COPENHAGEN)
                        .toInstant())
                .toList();

        assertThat(Stretches.between(weeks).rangesByHourOfDay().getFirst().portions())
                .hasSize(12)
                .startsWith(new Stretches.Portion(Instant.parse("2026-09-07T00:00:00Z"), 0, 1));
    }

    @Test
    void aDayOfCopenhagenIsADayOfUtcWithItsFirstHourFromTheDayBefore() {
        Stretches winter = Stretches.between(midnights("2026-01-10", "2026-01-11", COPENHAGEN));

        assertThat(winter.rangesByHourOfDay())
                .containsExactly(
                        new Stretches.Range(
                                Grain.DAY,
                                hours(0),
                                List.of(span("2026-01-10", "2026-01-11")),
                                portion("2026-01-10", 1)),
                        new Stretches.Range(
                                Grain.HOUR, hours(23), List.of(span("2026-01-09", "2026-01-10")), portion(1)),
                        new Stretches.Range(
                                Grain.HOUR, hours(23), List.of(span("2026-01-10", "2026-01-11")), portion(-1)));
        assertThat(winter.shares(Grain.HOUR, Instant.parse("2026-01-09T23:00:00Z")))
                .isEqualTo(Map.of(0, 1));
        assertThat(winter.shares(Grain.HOUR, Instant.parse("2026-01-10T23:00:00Z")))
                .isEqualTo(Map.of(0, -1));
    }

    @Test
    void aYearOfDaysTakesADayAndAnHourOrTwoEach() {
        Stretches year = Stretches.between(midnights("2026-01-01", "2027-01-01", COPENHAGEN));

        assertThat(year.size()).isEqualTo(365);
        assertThat(tallies(year)).isLessThan(365 + 2 * 366);
        assertThat(year.rangesByHourOfDay()).hasSizeLessThan(5);
    }

    @Test
    void aYearOfMonthsTakesAMonthAndAnHourOrTwoEach() {
        List<Instant> months = IntStream.rangeClosed(0, 12)
                .mapToObj(month -> LocalDate.of(2026, 1, 1)
                        .plusMonths(month)
                        .atStartOfDay(COPENHAGEN)
                        .toInstant())
                .toList();

        assertThat(tallies(Stretches.between(months))).isLessThan(12 + 2 * 13);
    }

    @Test
    void allTimeIsMonthsOnly() {
        assertThat(Stretches.of(Span.ALL_TIME).rangesByHourOfDay())
                .containsExactly(new Stretches.Range(Grain.MONTH, hours(0), List.of(Span.ALL_TIME), portion(1)));
    }

    @Test
    void sinceSomeDayIsMonthsWithoutTheDaysBefore() {
        Stretches since = Stretches.of(new Span(Instant.parse("2026-11-03T00:00:00Z"), null));

        assertThat(since.rangesInOrder())
                .isEqualTo(Map.of(
                        Grain.MONTH,
                        List.of(new Span(Instant.parse("2026-11-01T00:00:00Z"), null)),
                        Grain.DAY,
                        List.of(span("2026-11-01", "2026-11-03"))));
    }

    /** However the borders lie, each stretch has the answers of its hours, whichever way the table is read. */
    @RepeatedTest(200)
    void everyStretchHasTheAnswersOfItsHours(RepetitionInfo run) {
        List<Instant> borders = borders(new Random(run.getCurrentRepetition()));
        Stretches stretches = Stretches.between(borders);

        long[] expected = IntStream.range(0, stretches.size())
                .mapToLong(i -> YEAR.between(borders.get(i), borders.get(i + 1)))
                .toArray();

        assertThat(YEAR.readByHourOfDay(stretches)).isEqualTo(expected);
        assertThat(YEAR.readInOrder(stretches)).isEqualTo(expected);
    }

    /** Any full hours, or the midnights of some zone; now and then with an open end. */
    private static List<Instant> borders(Random random) {
        List<Instant> borders = new ArrayList<>();
        if (random.nextBoolean()) {
            random.ints(2 + random.nextInt(6), 24, HOURS - 24)
                    .distinct()
                    .sorted()
                    .forEach(hour -> borders.add(hour(hour)));
        } else {
            ZoneOffset zone = ZoneOffset.ofHours(random.nextInt(27) - 12);
            LocalDate first = LocalDate.of(2025, 10, 25).plusDays(random.nextInt(200));
            int days = 1 + random.nextInt(40);
            int count = 2 + random.nextInt(4);
            for (int i = 0; i < count; i++) {
                borders.add(first.plusDays((long) i * days).atStartOfDay().toInstant(zone));
            }
        }
        if (random.nextInt(5) == 0) {
            borders.set(0, null);
        }
        if (random.nextInt(5) == 0) {
            borders.set(borders.size() - 1, null);
        }
        return borders;
    }

    private static List<Instant> midnights(String from, String to, ZoneId zone) {
        return LocalDate.parse(from)
                .datesUntil(LocalDate.parse(to).plusDays(1))
                .map(day -> day.atStartOfDay(zone).toInstant())
                .toList();
    }

    private static long tallies(Stretches stretches) {
        return stretches.rangesByHourOfDay().stream()
                .mapToLong(range -> range.hoursOfDay().size()
                        * range.spans().stream()
                                .mapToLong(span -> unit(range.grain()).between(span.from(), span.to()))
                                .sum())
                .sum();
    }

    /** There is one tally of an hour of the day on each day. */
    private static Grain unit(Grain grain) {
        return grain == Grain.HOUR ? Grain.DAY : grain;
    }

    private static TreeSet<Integer> hours(Integer... hours) {
        return new TreeSet<>(List.of(hours));
    }

    private static List<Stretches.Portion> portion(int times) {
        return List.of(new Stretches.Portion(null, 0, times));
    }

    private static List<Stretches.Portion> portion(String from, int times) {
        return List.of(new Stretches.Portion(Instant.parse(from + "T00:00:00Z"), 0, times));
    }

    private static Span span(String from, String to) {
        return new Span(Instant.parse(from + "T00:00:00Z"), Instant.parse(to + "T00:00:00Z"));
    }

    private static Instant hour(int hour) {
        return START.plus(hour, ChronoUnit.HOURS);
    }
}
