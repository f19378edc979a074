package io.aftertouch.score.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;

import io.aftertouch.platform.id.UuidBytes;
import io.aftertouch.platform.sql.ManyRows;

/**
 * Plain SQL in the transaction at hand. This service counts: its tables are written by additions and read by sums, so there is
 * nothing for an object mapper to do.
 */
@ApplicationScoped
public class Database {

    private final DataSource dataSource;

    Database(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Reads one row where the cursor stands. */
    public interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    public <T> List<T> rows(String sql, RowReader<T> reader, List<?> parameters) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, parameters);
            try (ResultSet result = statement.executeQuery()) {
                List<T> rows = new ArrayList<>();
                while (result.next()) {
                    rows.add(reader.read(result));
                }
                return rows;
            }
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    public <T> List<T> rows(String sql, RowReader<T> reader, Object... parameters) {
        return rows(sql, reader, Arrays.asList(parameters));
    }

    public <T> Optional<T> row(String sql, RowReader<T> reader, Object... parameters) {
        return rows(sql, reader, Arrays.asList(parameters)).stream().findFirst();
    }

    /** Runs the statement once for each list of parameters, in this order. */
    public void runAll(String sql, Iterable<? extends List<?>> batch) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (List<?> parameters : batch) {
                bind(statement, parameters);
                statement.addBatch();
            }
            statement.executeBatch();
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    /** @return how many rows it changed */
    public int change(String sql, Object... parameters) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, Arrays.asList(parameters));
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    public void run(String sql, Object... parameters) {
        runAll(sql, List.of(Arrays.asList(parameters)));
    }

    /** Writes many rows in the transaction at hand, in their order. */
    public void write(ManyRows statement, List<Object[]> rows) {
        if (rows.isEmpty()) {
            return;
        }
        try (Connection connection = dataSource.getConnection()) {
            statement.write(connection, rows);
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    /** A UTC time of the database as the instant it is. */
    public static Instant instant(ResultSet row, String column) throws SQLException {
        LocalDateTime time = row.getObject(column, LocalDateTime.class);
        return time == null ? null : time.toInstant(ZoneOffset.UTC);
    }

    /** As many question marks as there are values, for {@code IN (…)}. */
    public static String marks(int values) {
        return String.join(", ", Collections.nCopies(values, "?"));
    }

    private static void bind(PreparedStatement statement, List<?> parameters) throws SQLException {
        for (int i = 0; i < parameters.size(); i++) {
            statement.setObject(i + 1, stored(parameters.get(i)));
        }
    }

    private static Object stored(Object value) {
        return switch (value) {
            case Instant instant -> LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
            case UUID id -> UuidBytes.toBytes(id);
            case Enum<?> constant -> constant.name();
            case null -> null;
            default -> value;
        };
    }
}
