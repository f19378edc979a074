package io.aftertouch.survey.judging;

import java.time.Instant;
import java.util.Optional;

/**
 * One rule that is to be judged for one event.
 *
 * @param latest when asking comes too late
 * @param deferrableUntil until when it is worth waiting for the person to be free; empty: it is asked when it is due, or not at all
 */
public record Matter(
        Occurrence occurrence, Addressee addressee, Terms terms, Instant latest, Optional<Instant> deferrableUntil) {

    /** An event takes a moment to arrive, and nothing can be asked before: what it may wait counts from then. */
    static Matter fresh(Occurrence occurrence, Addressee addressee, Terms terms, Instant now) {
        Instant due = due(occurrence, terms);
        Instant possible = later(due, now);
        return new Matter(
                occurrence,
                addressee,
                terms,
                due.plus(terms.expiresAfter()),
                terms.deferUpTo().map(possible::plus));
    }

    /**
     * What was deferred, now that it is judged again.
     *
     * @param deadline as it was set when it was deferred first
     */
    public static Matter deferred(Occurrence occurrence, Addressee addressee, Terms terms, Instant deadline) {
        return new Matter(occurrence, addressee, terms, deadline, Optional.of(deadline));
    }

    /** Where the person is at home: they know best, else the event may tell. */
    Optional<String> country() {
        return addressee.country().or(occurrence::country);
    }

    Instant dueAfter(Instant now) {
        return later(due(occurrence, terms), now);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isBefore(other) ? other : one;
    }

    private static Instant due(Occurrence occurrence, Terms terms) {
        return occurrence.occurredAt().plus(terms.delay());
    }
}
