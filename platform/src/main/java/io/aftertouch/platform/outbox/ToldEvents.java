package io.aftertouch.platform.outbox;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What stands in the outbox, told already or about to be, for whoever must take something out of it: a person has the right to be forgotten
 * there too. Works in the open transaction. A service that uses it has an index on {@code event_key}.
 */
@ApplicationScoped
public class ToldEvents {

    private final DataSource database;
    private final ObjectMapper json;

    ToldEvents(DataSource database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    /** Deletes all events about a thing, so that they are not told, or not told again. */
    public void drop(String topic, String key) {
        try (Connection connection = database.getConnection();
                var delete = connection.prepareStatement("DELETE FROM outbox WHERE event_key = ? AND topic = ?")) {
            delete.setString(1, key);
            delete.setString(2, topic);
            delete.executeUpdate();
        } catch (SQLException e) {
            throw new OutboxFailure(e);
        }
    }

    /** Changes the events of a type about some things, so that they say less when they are told, or told again. */
    public void rewrite(String type, Collection<String> keys, Consumer<ObjectNode> change) {
        if (keys.isEmpty()) {
            return;
        }
        try (Connection connection = database.getConnection()) {
            Map<Long, String> payloads = payloads(connection, type, keys);
            try (var update = connection.prepareStatement("UPDATE outbox SET payload = ? WHERE seq = ?")) {
                for (var row : payloads.entrySet()) {
                    update.setString(1, changed(row.getValue(), change));
                    update.setLong(2, row.getKey());
                    update.addBatch();
                }
                update.executeBatch();
            }
        } catch (SQLException e) {
            throw new OutboxFailure(e);
        }
    }

    private static Map<Long, String> payloads(Connection connection, String type, Collection<String> keys)
            throws SQLException {
        String places = "?,".repeat(keys.size() - 1) + "?";
        try (var select = connection.prepareStatement(
                "SELECT seq, payload FROM outbox WHERE event_key IN (" + places + ") AND type = ?")) {
            int place = 1;
            for (String key : keys) {
                select.setString(place++, key);
            }
            select.setString(place, type);
            Map<Long, String> payloads = new TreeMap<>();
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    payloads.put(rows.getLong(1), rows.getString(2));
                }
            }
            return payloads;
        }
    }

    private String changed(String payload, Consumer<ObjectNode> change) {
        try {
            ObjectNode event = json.readValue(payload, ObjectNode.class);
            change.accept(event);
            return json.writeValueAsString(event);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An event in the outbox is not JSON", e);
        }
    }
}
