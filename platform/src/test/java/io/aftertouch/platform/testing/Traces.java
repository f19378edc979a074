package io.aftertouch.platform.testing;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Looks through every column of every table of a database that can hold text, whatever the tables are. */
public final class Traces {

    private static final String COLUMNS = """
            SELECT table_name, column_name FROM information_schema.columns WHERE table_schema = DATABASE()
              AND data_type IN ('char', 'varchar', 'tinytext', 'text', 'mediumtext', 'longtext', 'json',
                'tinyblob', 'blob', 'mediumblob', 'longblob', 'varbinary')
            """;

    private Traces() {}

    private record Column(String table, String name) {

        @Override
        public String toString() {
            return table + "." + name;
        }
    }

    /** How many rows of each column hold any of the texts, in whatever case: {@code invitation.respondent_ref} → 2. */
    public static Map<String, Integer> of(Connection connection, String... texts) throws SQLException {
        Map<String, Integer> traces = new TreeMap<>();
        for (Column column : columns(connection)) {
            int rows = rowsWith(connection, column, texts);
            if (rows > 0) {
                traces.put(column.toString(), rows);
            }
        }
        return traces;
    }

    private static int rowsWith(Connection connection, Column column, String... texts) throws SQLException {
        String condition = String.join(
                " OR ",
                Collections.nCopies(
                        texts.length, "LOCATE(LOWER(?), LOWER(CONVERT(`" + column.name() + "` USING utf8mb4))) > 0"));
        try (PreparedStatement select =
                connection.prepareStatement("SELECT COUNT(*) FROM `" + column.table() + "` WHERE " + condition)) {
            for (int i = 0; i < texts.length; i++) {
                select.setString(i + 1, texts[i]);
            }
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }

    private static List<Column> columns(Connection connection) throws SQLException {
        List<Column> columns = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(COLUMNS);
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                columns.add(new Column(rows.getString(1), rows.getString(2)));
            }
        }
        if (columns.isEmpty()) {
            throw new IllegalStateException("There is no column to look through");
        }
        return columns;
    }
}
