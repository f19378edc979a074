package io.aftertouch.score.delivery;

import java.time.Duration;
import java.time.Instant;

/**
 * One time a message was posted.
 *
 * @param status of HTTP; null when none came
 * @param reply how the answer begins, its first kB at most; what stood in the way when there was none
 * @param rest how long the receiver wants to be left alone, null when it did not say so; it is kept with the webhook and not with the attempt
 */
record Attempt(Instant at, Outcome outcome, Integer status, int durationMs, String reply, Duration rest) {

    Attempt(Instant at, Outcome outcome, Integer status, int durationMs, String reply) {
        this(at, outcome, status, durationMs, reply, null);
    }

    boolean isTaken() {
        return outcome == Outcome.TAKEN;
    }

    /** "HTTP 503", or what stood in the way. */
    String words() {
        return status == null ? reply : "HTTP " + status;
    }
}
