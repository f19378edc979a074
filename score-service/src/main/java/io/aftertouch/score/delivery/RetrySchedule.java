package io.aftertouch.score.delivery;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * When a message that was not taken is tried again: at once, then after 5 s, 5 min, 30 min, 2 h, 5 h, 10 h, 14 h, 20 h and 24 h, as Standard
 * Webhooks 1.0 suggests: ten tries over 75 h 35 min. Up to a tenth is added to each pause, so that what failed together does not come back together.
 */
record RetrySchedule(RandomGenerator random) {

    static final List<Duration> PAUSES = List.of(
            Duration.ofSeconds(5),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(5),
            Duration.ofHours(10),
            Duration.ofHours(14),
            Duration.ofHours(20),
            Duration.ofHours(24));

    /** How often a message is posted at most. */
    static final int TRIES = PAUSES.size() + 1;

    private static final int MOST_ADDED = 10;

    /**
     * How long to wait after a try.
     *
     * @param tries how many there have been, 1 after the first
     * @return empty when there is none left
     */
    Optional<Duration> pauseAfter(int tries) {
        if (tries >= TRIES) {
            return Optional.empty();
        }
        Duration pause = PAUSES.get(tries - 1);
        return Optional.of(pause.plusMillis(random.nextLong(pause.toMillis() / MOST_ADDED + 1)));
    }
}
