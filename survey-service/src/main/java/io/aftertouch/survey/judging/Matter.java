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

    static Matter fresh(Occurrence occurrence, Addressee addressee, Terms terms) {
        Instant due = occurrence.occurredAt().plus(terms.delay());
        return new Matter(
                occurrence,
                addressee,
                terms,
                due.plus(terms.expiresAfter()),
                terms.deferUpTo().map(due::plus));
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
        Instant due = occurrence.occurredAt().plus(terms.delay());
        return due.isBefore(now) ? now : due;
    }
}
