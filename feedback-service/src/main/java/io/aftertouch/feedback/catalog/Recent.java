package io.aftertouch.feedback.catalog;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * What may change, as it was a second ago at most, and as long as it takes to read it. One caller reads it again; the others go on with what is known
 * meanwhile, instead of all asking the database at once. What is not there is asked for each time, so that news is seen at once.
 */
final class Recent<T> {

    private static final Duration FRESH = Duration.ofSeconds(1);

    private final Function<String, Optional<T>> source;
    private final Clock clock;
    private final Map<String, Read<T>> known = new ConcurrentHashMap<>();

    private record Read<T>(T value, Instant at) {

        boolean isFreshAt(Instant now) {
            return now.isBefore(at.plus(FRESH));
        }

        Read<T> as(Instant now) {
            return new Read<>(value, now);
        }
    }

    Recent(Function<String, Optional<T>> source, Clock clock) {
        this.source = source;
        this.clock = clock;
    }

    /** What nobody has to be asked for: empty when it was read too long ago, or never. */
    Optional<T> atHand(String key) {
        Read<T> last = known.get(key);
        return last != null && last.isFreshAt(clock.instant()) ? Optional.of(last.value()) : Optional.empty();
    }

    Optional<T> of(String key) {
        Instant now = clock.instant();
        Read<T> last = known.get(key);
        if (last != null && (last.isFreshAt(now) || !known.replace(key, last, last.as(now)))) {
            return Optional.of(last.value());
        }
        Optional<T> found = source.apply(key);
        found.ifPresentOrElse(value -> known.put(key, new Read<>(value, now)), () -> known.remove(key));
        return found;
    }
}
