package io.aftertouch.platform.id;

import java.time.Instant;
import java.util.UUID;

/** The time that stands in a UUIDv7, to the millisecond: when the thing that it names came in. */
public final class UuidTime {

    private static final int MILLIS_SHIFT = 16;
    private static final long VERSION_7 = 0x7000L;

    private UuidTime() {}

    public static Instant of(UUID id) {
        return Instant.ofEpochMilli(id.getMostSignificantBits() >>> MILLIS_SHIFT);
    }

    /** No id that was made at that millisecond or later is smaller. */
    public static UUID first(Instant at) {
        return new UUID(at.toEpochMilli() << MILLIS_SHIFT | VERSION_7, 0L);
    }
}
