package io.aftertouch.score.report;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Random;

import io.aftertouch.score.tally.Span;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TimelineTest {

    private static final ZoneId COPENHAGEN = ZoneId.of("Europe/Copenhagen");

    @Test
    void daysAreAsLongAsTheWallClockHasThem() {
        var timeline = Timeline.of(days("2026-10-24", "2026-10-27"), Step.DAY, COPENHAGEN);

        assertThat(timeline.buckets())
                .containsExactly(
                        span("2026-10-23T22:00:00Z", "2026-10-24T22:00:00Z"),
                        span("2026-10-24T22:00:00Z", "2026-10-25T23:00:00Z"),
                        span("2026-10-25T23:00:00Z", "2026-10-26T23:00:00Z"));
    }

    @Test
    void weeksBeginOnMondayAndTheFirstOneWhereTheSpanDoes() {
        var timeline = Timeline.of(days("2026-11-18", "2026-11-30"), Step.WEEK, COPENHAGEN);

        assertThat(timeline.buckets())
                .containsExactly(days("2026-11-18", "2026-11-23"), days("2026-11-23", "2026-11-30"));
    }

    @Test
    void monthsBeginOnTheFirst() {
        var timeline = Timeline.of(days("2026-01-01", "2026-03-01"), Step.MONTH, COPENHAGEN);

        assertThat(timeline.buckets())
                .containsExactly(days("2026-01-01", "2026-02-01"), days("2026-02-01", "2026-03-01"));
    }

    @Test
    void bordersBetweenFullHoursMoveToTheHourBefore() {
        var timeline =
                Timeline.of(span("2026-11-20T00:00:00Z", "2026-11-22T00:00:00Z"), Step.DAY, ZoneId.of("Asia/Kolkata"));

        assertThat(timeline.buckets())
                .containsExactly(
                        span("2026-11-20T00:00:00Z", "2026-11-20T18:00:00Z"),
                        span("2026-11-20T18:00:00Z", "2026-11-21T18:00:00Z"),
                        span("2026-11-21T18:00:00Z", "2026-11-22T00:00:00Z"));
    }

    /** No hour is left out and none is in two buckets, in any zone and over any change of the clock. */
    @RepeatedTest(60)
    void bucketsJoinWithoutGapOrOverlap(RepetitionInfo run) {
        Random random = new Random(run.getCurrentRepetition());
        var zones = java.util.List.copyOf(new java.util.TreeSet<>(ZoneId.getAvailableZoneIds()));
        ZoneId zone = ZoneId.of(zones.get(random.nextInt(zones.size())));
        Step step = Step.values()[random.nextInt(Step.NONE.ordinal())];
        Instant from = Instant.parse("2024-01-01T00:00:00Z").plusSeconds(3600L * random.nextInt(20_000));
        Span span = new Span(from, from.plusSeconds(3600L * (1 + random.nextInt(900))));

        var buckets = Timeline.of(span, step, zone).buckets();

        assertThat(buckets.getFirst().from()).isEqualTo(span.from());
        assertThat(buckets.getLast().to()).isEqualTo(span.to());
        for (int i = 1; i < buckets.size(); i++) {
            assertThat(buckets.get(i).from()).isEqualTo(buckets.get(i - 1).to());
        }
        assertThat(Timeline.atLeast(span, step)).isLessThanOrEqualTo(buckets.size());
    }

    private static Span days(String from, String to) {
        return new Span(
                LocalDate.parse(from).atStartOfDay(COPENHAGEN).toInstant(),
                LocalDate.parse(to).atStartOfDay(COPENHAGEN).toInstant());
    }

    private static Span span(String from, String to) {
        return new Span(Instant.parse(from), Instant.parse(to));
    }
}
