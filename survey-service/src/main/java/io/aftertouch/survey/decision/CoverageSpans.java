package io.aftertouch.survey.decision;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/**
 * A period, cut into days that were counted ahead and spans of which the decisions themselves have to be counted.
 *
 * @param counted ascending
 */
record CoverageSpans(List<CountedDay> counted, List<Span> open) {

    /** @param to not included */
    record Span(Instant from, Instant to) {}

    /**
     * @param to not included
     * @param days ascending; those that do not lie in the period as a whole, as far as they were counted, are of no use
     */
    static CoverageSpans of(Instant from, Instant to, List<CountedDay> days) {
        List<CountedDay> counted = days.stream()
                .filter(day -> !day.begins().isBefore(from) && !day.until().isAfter(to))
                .toList();
        List<Span> open = new ArrayList<>();
        Instant next = from;
        for (CountedDay day : counted) {
            if (next.isBefore(day.begins())) {
                open.add(new Span(next, day.begins()));
            }
            next = day.until();
        }
        if (next.isBefore(to)) {
            open.add(new Span(next, to));
        }
        return new CoverageSpans(counted, List.copyOf(open));
    }

    /** When the counted days begin, in UTC. */
    List<LocalDateTime> beginnings() {
        return counted.stream()
                .map(day -> LocalDateTime.ofInstant(day.begins(), ZoneOffset.UTC))
                .toList();
    }
}
