package io.aftertouch.platform.paging;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;

/** A position in an ordered list, opaque to callers: the sort values of the last row of a page. */
public record Cursor(List<String> values) {

    private static final String SEPARATOR = "\n";
    private static final Instant EARLIEST = Instant.EPOCH;
    private static final Instant LATEST = Instant.parse("9999-01-01T00:00:00Z");

    public static String encode(Object... values) {
        String joined = String.join(
                SEPARATOR, List.of(values).stream().map(Object::toString).toList());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(joined.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * @param encoded what {@link #encode} gave, or null for the first page (then null comes back)
     * @param size how many values it must hold
     * @throws InvalidCursor when it is not one of ours
     */
    public static Cursor decode(String encoded, int size) {
        if (encoded == null || encoded.isEmpty()) {
            return null;
        }
        try {
            var values = List.of(
                    new String(Base64.getUrlDecoder().decode(encoded), StandardCharsets.UTF_8).split(SEPARATOR, -1));
            if (values.size() == size) {
                return new Cursor(values);
            }
        } catch (IllegalArgumentException e) {
            throw new InvalidCursor();
        }
        throw new InvalidCursor();
    }

    public String string(int index) {
        return values.get(index);
    }

    /** @param shape a regular expression that our own cursors fit; what does not is forged */
    public String string(int index, String shape) {
        if (!string(index).matches(shape)) {
            throw new InvalidCursor();
        }
        return string(index);
    }

    /** A moment that a database can hold. */
    public Instant instant(int index) {
        try {
            Instant instant = Instant.parse(string(index));
            if (instant.isBefore(EARLIEST) || instant.isAfter(LATEST)) {
                throw new InvalidCursor();
            }
            return instant;
        } catch (DateTimeException e) {
            throw new InvalidCursor();
        }
    }

    public UUID uuid(int index) {
        try {
            return UUID.fromString(string(index));
        } catch (IllegalArgumentException e) {
            throw new InvalidCursor();
        }
    }

    public long number(int index) {
        try {
            return Long.parseLong(string(index));
        } catch (NumberFormatException e) {
            throw new InvalidCursor();
        }
    }
}
