package io.aftertouch.feedback.loop;

import java.time.Duration;
import java.time.Instant;

/**
 * The time in which cases were opened that are counted.
 *
 * @param to excluded
 */
record Period(Instant from, Instant to) {

    private static final Duration USUAL = Duration.ofDays(30);
    private static final Duration LONGEST = Duration.ofDays(366);

    /**
     * @param from null for thirty days before the end
     * @param to null for now
     * @throws InvalidPeriod when it is empty or longer than a year
     */
    static Period of(Instant from, Instant to, Instant now) {
        Instant end = to == null ? now : to;
        Instant start = from == null ? end.minus(USUAL) : from;
        if (!start.isBefore(end) || start.plus(LONGEST).isBefore(end)) {
            throw new InvalidPeriod();
        }
        return new Period(start, end);
    }
}
