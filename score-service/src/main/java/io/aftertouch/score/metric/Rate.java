package io.aftertouch.score.metric;

import java.util.Optional;

/**
 * How many of a whole. Without a whole there is no share.
 *
 * @param hits of them
 * @param whole all
 */
public record Rate(long hits, long whole) {

    /** Both in percent; empty when there is no whole, or when what is counted is of another time than the whole. */
    public Optional<Double> percent() {
        return isShare() ? Optional.of(100.0 * hits / whole) : Optional.empty();
    }

    public Optional<Interval> interval() {
        return isShare() ? Optional.of(Confidence.wilson(hits, whole)) : Optional.empty();
    }

    private boolean isShare() {
        return whole > 0 && hits >= 0 && hits <= whole;
    }
}
