package io.aftertouch.survey.decision;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import io.aftertouch.survey.decision.CoverageSpans.Span;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Which days are taken as they were counted, and when they have to be counted again. */
class CoverageSpansTest {

    private static final Instant MONDAY = Instant.parse("2026-11-16T00:00:00Z");
    private static final Duration MINUTES = Duration.ofMinutes(5);

    @Test
    void whatWasNotCountedAheadIsLookedAt() {
        Instant from = at(0, 9);
        Instant to = at(3, 15);
        CountedDay begun = CountedDay.counted(at(0, 0), at(4, 0), at(4, 0));
        CountedDay tuesday = CountedDay.counted(at(1, 0), at(4, 0), at(4, 0));
        CountedDay today = CountedDay.counted(at(3, 0), at(3, 14), at(3, 14));

        assertThat(CoverageSpans.of(from, to, List.of(begun, tuesday, today)))
                .isEqualTo(new CoverageSpans(
                        List.of(tuesday, today),
                        List.of(new Span(from, at(1, 0)), new Span(at(2, 0), at(3, 0)), new Span(at(3, 14), to))));
        assertThat(CoverageSpans.of(from, at(3, 13), List.of(today)).open())
                .as("a day that was counted beyond the end")
                .containsExactly(new Span(from, at(3, 13)));
        assertThat(CoverageSpans.of(at(1, 0), at(2, 0), List.of(tuesday)).open())
                .isEmpty();
    }

    @Test
    void aDayIsCountedUpToItsEndAndNotBeforeItIsWritten() {
        assertThat(CountedDay.counted(MONDAY, at(0, 7), at(0, 8)).until()).isEqualTo(at(0, 7));
        assertThat(CountedDay.counted(MONDAY, at(3, 7), at(3, 8)).until()).isEqualTo(at(1, 0));
        assertThat(CountedDay.counted(MONDAY, MONDAY.minusSeconds(60), MONDAY).isEmpty())
                .isTrue();
    }

    @Test
    void theOlderADayTheOlderItsCountsMayBe() {
        CountedDay young = CountedDay.counted(MONDAY, at(0, 12), at(0, 12));
        assertThat(young.isStale(at(0, 12).plus(MINUTES), MINUTES)).isFalse();
        assertThat(young.isStale(at(0, 12).plus(MINUTES).plusSeconds(1), MINUTES))
                .isTrue();

        CountedDay old = CountedDay.counted(MONDAY, at(51, 0), at(51, 0));
        assertThat(old.isStale(at(51, 23), MINUTES))
                .as("fifty days later, for a day")
                .isFalse();
        assertThat(old.isStale(at(52, 2), MINUTES)).isTrue();
    }

    private static Instant at(int day, int hour) {
        return MONDAY.plus(Duration.ofDays(day).plusHours(hour));
    }
}
