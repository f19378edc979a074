package io.aftertouch.survey.decision;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * A day of UTC whose decisions were counted ahead.
 *
 * @param begins its midnight
 * @param until what was decided on the day before this moment is counted
 * @param at when it was counted; what became of invitations since is not in it
 */
record CountedDay(Instant begins, Instant until, Instant at) {

    /** Hardly anything becomes of an old invitation: counts may be as old as this part of the age of their day. */
    private static final int PART_OF_AGE = 50;

    /** Counted now, as far as it is over and all that was decided on it is written. */
    static CountedDay counted(Instant begins, Instant settled, Instant now) {
        Instant ends = begins.plus(1, ChronoUnit.DAYS);
        return new CountedDay(begins, settled.isBefore(ends) ? settled : ends, now);
    }

    /** @param least how old counts may be, however young their day is */
    boolean isStale(Instant now, Duration least) {
        Duration part = Duration.between(until, now).dividedBy(PART_OF_AGE);
        return at.plus(part.compareTo(least) < 0 ? least : part).isBefore(now);
    }

    boolean isEmpty() {
        return !until.isAfter(begins);
    }
}
