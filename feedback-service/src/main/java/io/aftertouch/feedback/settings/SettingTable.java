package io.aftertouch.feedback.settings;

import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

import javax.sql.DataSource;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.aftertouch.platform.retry.SqlFailures;

/** The settings as JSON documents, each with its version. */
@Singleton
class SettingTable {

    private final DataSource database;
    private final ObjectMapper json;
    private final Clock clock;

    SettingTable(DataSource database, ObjectMapper json, Clock clock) {
        this.database = database;
        this.json = json;
        this.clock = clock;
    }

    <T> Optional<Versioned<T>> read(SettingName name, Class<T> type) throws SQLException {
        try (var connection = database.getConnection();
                var select =
                        connection.prepareStatement("SELECT version, document FROM inbox_setting WHERE name = ?")) {
            select.setString(1, name.name());
            try (var row = select.executeQuery()) {
                return row.next()
                        ? Optional.of(new Versioned<>(row.getInt(1), json.readValue(row.getString(2), type)))
                        : Optional.empty();
            }
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The setting " + name + " cannot be read", e);
        }
    }

    /**
     * Keeps a setting if it still has the version that the change started from.
     *
     * @return whether it had
     */
    boolean write(SettingName name, int version, Object document, String who) throws SQLException {
        return version == 0 ? insert(name, document, who) : update(name, version, document, who);
    }

    private boolean insert(SettingName name, Object document, String who) throws SQLException {
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement(
                        "INSERT INTO inbox_setting (version, document, changed_at, changed_by, name) VALUES (1, ?, ?, ?, ?)")) {
            insert.setString(1, toJson(document));
            insert.setObject(2, now());
            insert.setString(3, who);
            insert.setString(4, name.name());
            return insert.executeUpdate() == 1;
        } catch (SQLException e) {
            if (SqlFailures.isDuplicate(e)) {
                return false;
            }
            throw e;
        }
    }

    private boolean update(SettingName name, int version, Object document, String who) throws SQLException {
        try (var connection = database.getConnection();
                var update = connection.prepareStatement(
                        "UPDATE inbox_setting SET version = version + 1, document = ?, changed_at = ?, changed_by = ?"
                                + " WHERE name = ? AND version = ?")) {
            update.setString(1, toJson(document));
            update.setObject(2, now());
            update.setString(3, who);
            update.setString(4, name.name());
            update.setInt(5, version);
            return update.executeUpdate() == 1;
        }
    }

    private LocalDateTime now() {
        return LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private String toJson(Object document) {
        try {
            return json.writeValueAsString(document);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
