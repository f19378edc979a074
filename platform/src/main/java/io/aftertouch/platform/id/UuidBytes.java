package io.aftertouch.platform.id;

import java.nio.ByteBuffer;
import java.util.UUID;

/** The 16 bytes, big-endian, as which a UUID stands in a BINARY(16) column; the same that Hibernate writes. */
public final class UuidBytes {

    private UuidBytes() {}

    public static byte[] toBytes(UUID id) {
        return ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }

    public static UUID fromBytes(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        return new UUID(buffer.getLong(), buffer.getLong());
    }
}
