package io.aftertouch.feedback.review;

import java.time.Instant;

/** A step to take with several cases, with what it needs to know; the rest is null. */
public record BulkWish(BulkStep step, Instant until, String assignee, Outcome reason, String rootCause) {

    public static BulkWish plain(BulkStep step) {
        return new BulkWish(step, null, null, null, null);
    }

    public static BulkWish snooze(Instant until) {
        return new BulkWish(BulkStep.SNOOZE, until, null, null, null);
    }
}
