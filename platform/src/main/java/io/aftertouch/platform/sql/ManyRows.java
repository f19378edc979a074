package io.aftertouch.platform.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

import io.aftertouch.platform.id.UuidBytes;

/**
 * A statement that writes many rows at once: {@code INSERT … VALUES (…), (…), (…)}. A JDBC batch comes to the same rows, but the driver measures
 * every value of it before it sends them, which costs nearly as much as the sending. Rows go in powers of two, so that there are few
 * texts of a statement and the driver knows them.
 *
 * @param insert up to and with {@code VALUES}
 * @param row the values of one row, {@code (?, ?)}
 * @param conflict what follows the rows, {@code ON DUPLICATE KEY UPDATE …}; empty when nothing does
 */
public record ManyRows(String insert, String row, String conflict) {

    private static final int MOST_ROWS = 256;

    /** A statement stays far below the packet that a server takes by default, 16 MB. */
    private static final int MOST_CHARACTERS = 1 << 20;

    public ManyRows(String insert, String row) {
        this(insert, row, "");
    }

    /**
     * Writes rows in their order, with as few statements as their length allows.
     *
     * @param rows the values of each, in the order of the columns: texts, numbers, bytes, {@link UUID}, {@link Instant}, enums by their name, or null
     */
    public void write(Connection connection, List<Object[]> rows) throws SQLException {
        int from = 0;
        while (from < rows.size()) {
            int to = from + Math.min(MOST_ROWS, Integer.highestOneBit(rows.size() - from));
            while (to - from > 1 && characters(rows.subList(from, to)) > MOST_CHARACTERS) {
                to = from + (to - from) / 2;
            }
            writeTogether(connection, rows.subList(from, to));
            from = to;
        }
    }

    private void writeTogether(Connection connection, List<Object[]> rows) throws SQLException {
        String sql = insert + " " + (row + ", ").repeat(rows.size() - 1) + row + " " + conflict;
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            int place = 1;
            for (Object[] values : rows) {
                for (Object value : values) {
                    set(statement, place++, value);
                }
            }
            statement.executeUpdate();
        }
    }

    private static long characters(List<Object[]> rows) {
        long characters = 0;
        for (Object[] values : rows) {
            for (Object value : values) {
                if (value instanceof String text) {
                    characters += text.length();
                }
            }
        }
        return characters;
    }

    private static void set(PreparedStatement statement, int place, Object value) throws SQLException {
        switch (value) {
            case String text -> statement.setString(place, text);
            case UUID id -> statement.setBytes(place, UuidBytes.toBytes(id));
            case byte[] bytes -> statement.setBytes(place, bytes);
            case Instant at -> statement.setObject(place, LocalDateTime.ofInstant(at, ZoneOffset.UTC));
            case Enum<?> constant -> statement.setString(place, constant.name());
            case null, default -> statement.setObject(place, value);
        }
    }
}
