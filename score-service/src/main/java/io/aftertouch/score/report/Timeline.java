package io.aftertouch.score.report;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

import io.aftertouch.score.tally.Grain;
import io.aftertouch.score.tally.Span;

/**
 * The buckets of a report, one after the other without a gap. Tallies are kept by the hour: the ends of the whole are widened to full
 * hours, and borders of a zone that is not full hours away from UTC move to the full hour before.
 */
record Timeline(List<Span> buckets) {

    private static final long HOURS_OF_A_DAY = 24;

    /** Everything in one bucket. */
    static Timeline undivided(Span span) {
        return new Timeline(List.of(span));
    }

    /** This span cut into steps; the first and the last bucket end where the span does. */
    static Timeline of(Span span, Step step, ZoneId zone) {
        if (step == Step.NONE) {
            return undivided(span);
        }
        List<Span> buckets = new ArrayList<>();
        Instant start = span.from();
        Instant cursor = span.from();
        while (start.isBefore(span.to())) {
            cursor = step.next(cursor, zone);
            Instant border = Grain.HOUR.floor(cursor);
            Instant end = border.isBefore(span.to()) ? border : span.to();
            if (start.isBefore(end)) {
                buckets.add(new Span(start, end));
                start = end;
            }
        }
        return new Timeline(List.copyOf(buckets));
    }

    /** At least so many buckets does it take to cut this span: a cheap look before the work. */
    static long atLeast(Span span, Step step) {
        long hours = Duration.between(span.from(), span.to()).toHours();
        return switch (step) {
            case NONE -> 1;
            case HOUR -> hours;
            case DAY -> hours / (HOURS_OF_A_DAY + 1);
            case WEEK -> hours / (7 * HOURS_OF_A_DAY + 1);
            case MONTH -> hours / (31 * HOURS_OF_A_DAY + 1);
        };
    }

    /** Where the buckets begin, and where the last one ends. */
    List<Instant> borders() {
        List<Instant> borders = new ArrayList<>();
        buckets.forEach(bucket -> borders.add(bucket.from()));
        borders.add(buckets.getLast().to());
        return borders;
    }

    /** Finds the position of the bucket that an instant lies in. */
    NavigableMap<Instant, Integer> positions() {
        NavigableMap<Instant, Integer> positions = new TreeMap<>();
        for (int i = 0; i < buckets.size(); i++) {
            Instant from = buckets.get(i).from();
            positions.put(from == null ? Instant.MIN : from, i);
        }
        return positions;
    }
}
