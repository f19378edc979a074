package io.aftertouch.feedback.inbox;

import java.time.Duration;
import java.time.Instant;

/** How much time is left to take a case: late, soon (less than a fifth of the working time left) or neither. */
record Due(Duration left, boolean soon) {

    static Due of(Instant warnAt, Instant dueAt, Instant now) {
        Duration left = Duration.between(now, dueAt);
        return new Due(left, !left.isNegative() && !now.isBefore(warnAt));
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
