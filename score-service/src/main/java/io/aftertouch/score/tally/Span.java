package io.aftertouch.score.tally;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A stretch of time from one full hour to another, the end not included. Null stands for an open end: since ever, or for ever.
 */
public record Span(Instant from, Instant to) {

    public static final Span ALL_TIME = new Span(null, null);

    /** The part of a span that is read from the tallies of one grain. */
    public record Part(Grain grain, Span span) {}

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

    /**
     * The few tallies that add up to this span: months for the middle, days for the edges, hours for the edges of days. In order of
     * time; no instant is in two of them.
     */
    public List<Part> parts() {
        List<Part> parts = new ArrayList<>();
        split(Grain.MONTH, this, parts);
        return parts;
    }

    private static void split(Grain grain, Span span, List<Part> parts) {
        if (span.isEmpty()) {
            return;
        }
        Instant first = span.from == null ? null : grain.ceiling(span.from);
        Instant last = span.to == null ? null : grain.floor(span.to);
        if (first != null && last != null && !first.isBefore(last)) {
            split(finer(grain), span, parts);
            return;
        }
        if (first != null) {
            split(finer(grain), new Span(span.from, first), parts);
        }
        parts.add(new Part(grain, new Span(first, last)));
        if (last != null) {
            split(finer(grain), new Span(last, span.to), parts);
        }
    }

    private static Grain finer(Grain grain) {
        return switch (grain) {
            case MONTH -> Grain.DAY;
            case DAY, HOUR -> Grain.HOUR;
        };
    }
}
