package io.aftertouch.survey.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Leaves a server alone for a while when it fails again and again, so that not every invitation has to find out by itself. */
final class Breaker {

    private static final int ENOUGH_FAILURES = 3;

    private final Clock clock;
    private final Duration pause;
    private int failuresInARow;
    private Instant closedAgainAt = Instant.MIN;

    Breaker(Clock clock, Duration pause) {
        this.clock = clock;
        this.pause = pause;
    }

    /** Whether nothing is to be tried now. */
    synchronized boolean isOpen() {
        return clock.instant().isBefore(closedAgainAt);
    }

    synchronized void worked() {
        failuresInARow = 0;
    }

    /** After the pause one more failure is enough to open it again. */
    synchronized void failed() {
        if (++failuresInARow >= ENOUGH_FAILURES) {
            closedAgainAt = clock.instant().plus(pause);
        }
    }
}
