package io.aftertouch.feedback.settings;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** A setting that is read again when it is a second old, so that other instances hear of a change. While the database is away the last one stands. */
final class Remembered<T> {

    private static final Duration FRESH = Duration.ofSeconds(1);

    /** How a setting is read. */
    interface Reading<T> {
        T read() throws SQLException;
    }

    private record Read<T>(T value, Instant at) {}

    private final Reading<T> reading;
    private final Clock clock;
    private volatile Read<T> last;

    Remembered(Reading<T> reading, Clock clock) {
        this.reading = reading;
        this.clock = clock;
    }

    /** It was changed here: read again next time. */
    void forget() {
        last = null;
    }

    T get() throws SQLException {
        Read<T> known = last;
        Instant now = clock.instant();
        if (known != null && now.isBefore(known.at().plus(FRESH))) {
            return known.value();
        }
        try {
            last = new Read<>(reading.read(), now);
            return last.value();
        } catch (SQLException e) {
            if (known == null) {
                throw e;
            }
            return known.value();
        }
    }
}
