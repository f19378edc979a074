package io.aftertouch.platform.inbox;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;

import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.aftertouch.platform.event.CloudEventHeaders;
import io.aftertouch.platform.event.EventTransport;
import io.aftertouch.platform.id.Ids;
import io.aftertouch.platform.id.UuidBytes;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Messages that could not be applied. They keep their reason, and can be given another try once the cause is mended. */
@ApplicationScoped
public class ParkedMessages {

    private static final int LONGEST_REASON = 500;
    private static final int SLICE = 200;
    private static final String SELECT =
            "SELECT id, topic, event_id, event_key, type, payload, reason, parked_at, retried_at FROM parked_message ";

    private final DataSource database;
    private final EventTransport transport;
    private final Ids ids;
    private final Clock clock;
    private final ObjectMapper json;

    ParkedMessages(DataSource database, EventTransport transport, Ids ids, Clock clock, ObjectMapper json) {
        this.database = database;
        this.transport = transport;
        this.json = json;
        this.ids = ids;
        this.clock = clock;
    }

    /** One parked message; {@code retriedAt} is null until somebody retried it. */
    public record Parked(
            UUID id,
            String topic,
            String eventId,
            String key,
            String type,
            byte[] payload,
            String reason,
            Instant parkedAt,
            Instant retriedAt) {}

    /**
     * What messages may be about.
     *
     * @param name by which the thing is known: as the key of a message, or as the value of one of the fields
     * @param texts that may stand anywhere in a message, also in one that is no JSON at all
     */
    public record About(String name, Set<String> fields, Set<String> texts) {

        private boolean isIn(Parked parked, ObjectMapper json) {
            if (name.equals(parked.key())) {
                return true;
            }
            String message = parked.payload() == null ? "" : new String(parked.payload(), StandardCharsets.UTF_8);
            return texts.stream().anyMatch(message::contains)
                    || values(message, json).contains(name);
        }

        private List<String> values(String message, ObjectMapper json) {
            try {
                JsonNode data = json.readTree(message);
                return fields.stream()
                        .flatMap(field -> data.findValuesAsText(field).stream())
                        .toList();
            } catch (JsonProcessingException notJson) {
                return List.of();
            }
        }
    }

    void park(ConsumerRecord<String, byte[]> message, Throwable reason) {
        try (Connection connection = database.getConnection();
                var insert = connection.prepareStatement("INSERT IGNORE INTO parked_message"
                        + " (id, topic, part, position, stamp, event_id, event_key, type, payload, reason, parked_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            insert.setBytes(1, UuidBytes.toBytes(ids.next()));
            insert.setString(2, message.topic());
            insert.setInt(3, message.partition());
            insert.setLong(4, message.offset());
            insert.setLong(5, message.timestamp());
            insert.setString(
                    6,
                    CloudEventHeaders.id(message.headers())
                            .map(id -> shortened(id, 100))
                            .orElse(null));
            insert.setString(7, message.key() == null ? null : shortened(message.key(), 400));
            insert.setString(
                    8,
                    CloudEventHeaders.type(message.headers())
                            .map(type -> shortened(type, 100))
                            .orElse(null));
            insert.setBytes(9, message.value());
            insert.setString(
                    10, shortened(reason.getClass().getSimpleName() + ": " + reason.getMessage(), LONGEST_REASON));
            insert.setObject(11, LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC));
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new InboxFailure(e);
        }
    }

    /** The parked ones, latest first, at most {@code limit}. */
    public List<Parked> latest(int limit) {
        return select("ORDER BY id DESC LIMIT ?", select -> select.setInt(1, limit));
    }

    /**
     * All that came over a topic.
     *
     * @param topic its logical name
     */
    public List<Parked> of(String topic) {
        return select("WHERE topic = ? ORDER BY id", select -> select.setString(1, transport.topic(topic)));
    }

    /**
     * Sends a parked message to its topic again, under its own event id: whoever has applied it already does nothing.
     *
     * @return false when there is no such message
     */
    public boolean retry(UUID id) throws ExecutionException, InterruptedException {
        Optional<Parked> parked = select("WHERE id = ?", select -> select.setBytes(1, UuidBytes.toBytes(id))).stream()
                .findFirst();
        if (parked.isEmpty()) {
            return false;
        }
        transport.producer().send(again(parked.get())).get();
        try (Connection connection = database.getConnection();
                var update = connection.prepareStatement("UPDATE parked_message SET retried_at = ? WHERE id = ?")) {
            update.setObject(1, LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC));
            update.setBytes(2, UuidBytes.toBytes(id));
            update.executeUpdate();
        } catch (SQLException e) {
            throw new InboxFailure(e);
        }
        return true;
    }

    /** Those that are about something, the first parked first; all are looked at one by one. */
    public List<Parked> about(About about) {
        List<Parked> found = new ArrayList<>();
        byte[] after = new byte[16];
        List<Parked> slice;
        do {
            byte[] from = after;
            slice = select("WHERE id > ? ORDER BY id LIMIT " + SLICE, select -> select.setBytes(1, from));
            slice.stream().filter(parked -> about.isIn(parked, json)).forEach(found::add);
            if (!slice.isEmpty()) {
                after = UuidBytes.toBytes(slice.getLast().id());
            }
        } while (slice.size() == SLICE);
        return found;
    }

    /** Deletes, in the open transaction, the parked messages that are about something. */
    public void drop(About about) {
        drop(about(about).stream().map(Parked::id).toList());
    }

    /** Those between two ids, both exclusive, in the order in which they were parked. */
    public List<UUID> between(UUID after, UUID before, int limit) {
        return select("WHERE id > ? AND id < ? ORDER BY id LIMIT ?", select -> {
                    select.setBytes(1, UuidBytes.toBytes(after));
                    select.setBytes(2, UuidBytes.toBytes(before));
                    select.setInt(3, limit);
                })
                .stream()
                .map(Parked::id)
                .toList();
    }

    /** Deletes messages, in the open transaction. */
    public void drop(Collection<UUID> ids) {
        try (Connection connection = database.getConnection();
                var delete = connection.prepareStatement("DELETE FROM parked_message WHERE id = ?")) {
            for (UUID id : ids) {
                delete.setBytes(1, UuidBytes.toBytes(id));
                delete.addBatch();
            }
            delete.executeBatch();
        } catch (SQLException e) {
            throw new InboxFailure(e);
        }
    }

    private interface Parameter {
        void set(PreparedStatement select) throws SQLException;
    }

    private List<Parked> select(String which, Parameter parameter) {
        try (Connection connection = database.getConnection();
                var select = connection.prepareStatement(SELECT + which)) {
            parameter.set(select);
            List<Parked> found = new ArrayList<>();
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    found.add(parked(rows));
                }
            }
            return found;
        } catch (SQLException e) {
            throw new InboxFailure(e);
        }
    }

    private static ProducerRecord<String, byte[]> again(Parked parked) {
        var message = new ProducerRecord<>(parked.topic(), parked.key(), parked.payload());
        header(message, "ce_specversion", "1.0");
        header(message, "ce_id", parked.eventId());
        header(message, "ce_type", parked.type());
        header(message, "content-type", "application/json");
        return message;
    }

    private static void header(ProducerRecord<?, ?> message, String name, String value) {
        if (value != null) {
            message.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
        }
    }

    private static Parked parked(ResultSet row) throws SQLException {
        return new Parked(
                UuidBytes.fromBytes(row.getBytes(1)),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getBytes(6),
                row.getString(7),
                row.getObject(8, LocalDateTime.class).toInstant(ZoneOffset.UTC),
                Optional.ofNullable(row.getObject(9, LocalDateTime.class))
                        .map(at -> at.toInstant(ZoneOffset.UTC))
                        .orElse(null));
    }

    private static String shortened(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length);
    }
}
