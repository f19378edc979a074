package io.aftertouch.score.tally;

import java.time.Instant;

/**
 * A stretch of time from one full hour to another, the end not included. Null stands for an open end: since ever, or for ever.
 */
public record Span(Instant from, Instant to) {

    public static final Span ALL_TIME = new Span(null, null);

    public Span {
        if (from != null && !Grain.HOUR.floor(from).equals(from)
                || to != null && !Grain.HOUR.floor(to).equals(to)) {
            throw new IllegalArgumentException("A span starts and ends at a full hour");
        }
        if (from != null && to != null && from.isAfter(to)) {
            throw new IllegalArgumentException("A span ends after it starts");
        }
    }

    public boolean isEmpty() {
        return from != null && from.equals(to);
    }

    public boolean contains(Instant instant) {
        return (from == null || !instant.isBefore(from)) && (to == null || instant.isBefore(to));
    }
}
