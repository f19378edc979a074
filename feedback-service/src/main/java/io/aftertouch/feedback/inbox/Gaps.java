package io.aftertouch.feedback.inbox;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;

/**
 * Numbers of the history that were passed over. A number is given out before its transaction commits, so a lower one can appear after a higher one;
 * what has not appeared after some time belongs to a transaction that was undone.
 */
final class Gaps {

    private static final int WIDEST = 1_000;

    private final Duration patience;
    private final Map<Long, Instant> waiting = new LinkedHashMap<>();

    Gaps(Duration patience) {
        this.patience = patience;
    }

    /** Everything between two numbers was not there when the second one was. */
    void passedOver(long last, long next, Instant now) {
        LongStream.range(Math.max(last + 1, next - WIDEST), next).forEach(seq -> waiting.put(seq, now));
    }

    void filled(long seq) {
        waiting.remove(seq);
    }

    /** The numbers that may still appear. */
    Set<Long> open(Instant now) {
        waiting.values().removeIf(since -> since.plus(patience).isBefore(now));
        return Set.copyOf(waiting.keySet());
    }

    void forget() {
        waiting.clear();
    }
}
