package io.aftertouch.score.delivery;

import java.time.Instant;

/**
 * One time a message was posted.
 *
 * @param status of HTTP; null when none came
 * @param reply how the answer begins, its first kB at most; what stood in the way when there was none
 */
record Attempt(Instant at, Outcome outcome, Integer status, int durationMs, String reply) {

    boolean isTaken() {
        return outcome == Outcome.TAKEN;
    }

    /** "HTTP 503", or what stood in the way. */
    String words() {
        return status == null ? reply : "HTTP " + status;
    }
}
