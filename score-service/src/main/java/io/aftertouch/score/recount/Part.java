package io.aftertouch.score.recount;

import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Comparator;

import io.aftertouch.score.tally.Span;

/**
 * What is recounted and put right in one go: the answers of a touchpoint in one month of UTC, or the sums over all touchpoints in it, which come last.
 *
 * @param touchpoint null for all
 */
record Part(String touchpoint, YearMonth month) implements Comparable<Part> {

    private static final Comparator<Part> ORDER = Comparator.comparing(
                    Part::touchpoint, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(Part::month);

    static Part anywhere(YearMonth month) {
        return new Part(null, month);
    }

    boolean isAnywhere() {
        return touchpoint == null;
    }

    Span span() {
        return new Span(
                month.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant(),
                month.plusMonths(1).atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant());
    }

    @Override
    public int compareTo(Part other) {
        return ORDER.compare(this, other);
    }
}
