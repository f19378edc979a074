package io.aftertouch.local.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;

/**
 * The ceiling: the rows that the suite has just written, written again by plain multi-row inserts into tables of the same shape in the same
 * database, with nothing read, judged or told. The copies have the indexes of the tables, but not their foreign keys.
 */
final class RawInserts {

    private final MeasuredSuite suite;
    private final Map<String, List<Object[]>> rows = new LinkedHashMap<>();

    RawInserts(MeasuredSuite suite) {
        this.suite = suite;
    }

    /** Remembers all rows of a table, in the order of a column, and makes an empty table of its shape. */
    RawInserts of(String table, String order) throws SQLException {
        try (Connection connection = suite.surveyDatabase();
                Statement statement = connection.createStatement()) {
            List<Object[]> found = new ArrayList<>();
            try (ResultSet result = statement.executeQuery(
                    "SELECT " + columns(connection, table) + " FROM " + table + " ORDER BY " + order)) {
                int columns = result.getMetaData().getColumnCount();
                while (result.next()) {
                    Object[] row = new Object[columns];
                    for (int i = 0; i < columns; i++) {
                        row[i] = result.getObject(i + 1);
                    }
                    found.add(row);
                }
            }
            rows.put(table, found);
            statement.execute("DROP TABLE IF EXISTS " + copy(table));
            statement.execute("CREATE TABLE " + copy(table) + " LIKE " + table);
        }
        return this;
    }

    /** Writes all of them in so many transactions, each with its share of every table. */
    Crew.Took write(Crew crew, int transactions) throws ExecutionException, InterruptedException {
        return crew.each(transactions, number -> {
            try (Connection connection = suite.surveyDatabase()) {
                connection.setAutoCommit(false);
                for (var table : rows.entrySet()) {
                    List<Object[]> all = table.getValue();
                    int from = (int) ((long) all.size() * number / transactions);
                    int to = (int) ((long) all.size() * (number + 1) / transactions);
                    insert(connection, table.getKey(), all.subList(from, to));
                }
                connection.commit();
            }
        });
    }

    void forget() throws SQLException {
        try (Connection connection = suite.surveyDatabase();
                Statement statement = connection.createStatement()) {
            for (String table : rows.keySet()) {
                statement.execute("DROP TABLE " + copy(table));
            }
        }
    }

    /** Those that somebody has to write. */
    private static String columns(Connection connection, String table) throws SQLException {
        List<String> columns = new ArrayList<>();
        try (ResultSet all = connection.getMetaData().getColumns(connection.getCatalog(), null, table, null)) {
            while (all.next()) {
                if (!"YES".equals(all.getString("IS_GENERATEDCOLUMN"))) {
                    columns.add(all.getString("COLUMN_NAME"));
                }
            }
        }
        return String.join(", ", columns);
    }

    private static String copy(String table) {
        return "raw_" + table;
    }

    private static void insert(Connection connection, String table, List<Object[]> some) throws SQLException {
        if (some.isEmpty()) {
            return;
        }
        String places = "?,".repeat(some.getFirst().length - 1) + "?";
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO " + copy(table) + " (" + columns(connection, table) + ") VALUES (" + places + ")")) {
            for (Object[] row : some) {
                for (int i = 0; i < row.length; i++) {
                    insert.setObject(i + 1, row[i]);
                }
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }
}
