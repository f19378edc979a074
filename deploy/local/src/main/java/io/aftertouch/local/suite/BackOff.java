package io.aftertouch.local.suite;

import java.time.Duration;

/** How long to wait before a part that ended by itself is started again: hardly at first, then longer and longer. */
record BackOff(Duration first, Duration second, Duration longest, Duration calm) {

    static final BackOff DEFAULT =
            new BackOff(Duration.ofMillis(200), Duration.ofSeconds(1), Duration.ofSeconds(30), Duration.ofMinutes(1));

    /** @param endings how often it has ended in a row, this time included */
    Duration before(int endings) {
        if (endings <= 1) {
            return first;
        }
        Duration wait = second;
        for (int i = 2; i < endings && wait.compareTo(longest) < 0; i++) {
            wait = wait.multipliedBy(2);
        }
        return wait.compareTo(longest) < 0 ? wait : longest;
    }

    /** A part that has run for a while starts a new row. */
    int endingsInARow(int before, Duration ran) {
        return ran.compareTo(calm) >= 0 ? 1 : before + 1;
    }
}
