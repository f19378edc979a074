package io.aftertouch.platform.time;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;

/** Instants as the API takes them: RFC 3339 with any offset, in the years that the database can keep. */
public final class Instants {

    private static final Instant EARLIEST = Instant.parse("1970-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

    private Instants() {}

    /** @throws IllegalArgumentException when it is not RFC 3339, before 1970 or after 9999 */
    public static Instant parse(String text) {
        try {
            Instant instant = OffsetDateTime.parse(text).toInstant();
            if (!instant.isBefore(EARLIEST) && !instant.isAfter(LATEST)) {
                return instant;
            }
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("is not an instant in RFC 3339, as 2026-11-21T13:05:00Z", e);
        }
        throw new IllegalArgumentException("is not an instant between 1970 and 9999");
    }
}
