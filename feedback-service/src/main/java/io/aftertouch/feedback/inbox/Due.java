package io.aftertouch.feedback.inbox;

import java.time.Duration;
import java.time.Instant;

/** How much time is left to take a case: late, soon (less than a fifth of the time left) or neither. */
record Due(Duration left, boolean soon) {

    static Due of(Instant openedAt, Instant dueAt, Instant now) {
        Duration left = Duration.between(now, dueAt);
        Duration all = Duration.between(openedAt, dueAt);
        return new Due(left, !left.isNegative() && left.multipliedBy(5).compareTo(all) < 0);
    }

    public boolean late() {
        return left.isNegative();
    }

    /** "3 h 33 min", "12 min", "2 days". */
    public String amount() {
        Duration amount = left.abs();
        if (amount.toDays() > 0) {
            return amount.toDays() == 1 ? "1 day" : amount.toDays() + " days";
        }
        if (amount.toHours() > 0) {
            return amount.toHours() + " h " + amount.toMinutesPart() + " min";
        }
        return amount.toMinutes() + " min";
    }
}
