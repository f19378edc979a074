package io.aftertouch.score.delivery;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import javax.sql.DataSource;

import jakarta.inject.Singleton;

import io.aftertouch.platform.id.UuidBytes;
import io.aftertouch.platform.id.UuidTime;
import io.aftertouch.platform.sql.ManyRows;
import io.aftertouch.score.database.Database;

/** The messages to webhooks, as they are stored. */
@Singleton
class Messages {

    private static final String COLUMNS =
            "id, webhook_id, event_id, type, payload, state, tries, due_at, created_at FROM webhook_message ";

    private static final ManyRows INSERT = new ManyRows(
            "INSERT IGNORE INTO webhook_message (id, webhook_id, event_id, type, about, payload, state, tries, due_at, leased_until,"
                    + " created_at) VALUES",
            "(?, ?, ?, ?, ?, ?, ?, 0, ?, ?, ?)");

    private static final int SLICE = 1_000;

    private final Database database;
    private final DataSource dataSource;

    Messages(Database database, DataSource dataSource) {
        this.database = database;
        this.dataSource = dataSource;
    }

    /**
     * A message that is to be written.
     *
     * @param about the respondent whom it names, null for nobody
     * @param leasedUntil in the past unless whoever writes it also posts it
     */
    record Draft(
            UUID id,
            UUID webhook,
            UUID eventId,
            String type,
            String about,
            String payload,
            Instant now,
            Instant leasedUntil) {}

    /** Writes messages within the open transaction. One about an event that a webhook was written about already changes nothing. */
    void write(List<Draft> drafts) {
        try (Connection connection = dataSource.getConnection()) {
            INSERT.write(
                    connection,
                    drafts.stream()
                            .map(draft -> new Object[] {
                                draft.id(),
                                draft.webhook(),
                                draft.eventId(),
                                draft.type(),
                                draft.about(),
                                draft.payload(),
                                MessageState.WAITING,
                                draft.now(),
                                draft.leasedUntil(),
                                draft.now()
                            })
                            .toList());
        } catch (SQLException e) {
            throw new DeliveryFailure(e);
        }
    }

    /** The active webhooks for which something is due and whose receivers do not rest. */
    List<UUID> webhooksWithDue(Instant now) {
        return database.rows("""
                SELECT id FROM webhook WHERE state = 'ACTIVE' AND EXISTS (
                    SELECT 1 FROM webhook_message m
                    WHERE m.webhook_id = webhook.id AND m.state = 'WAITING' AND m.due_at <= ? AND m.leased_until <= ?)
                AND NOT EXISTS (SELECT 1 FROM webhook_health h WHERE h.webhook_id = webhook.id AND h.rests_until > ?)
                """, row -> UuidBytes.fromBytes(row.getBytes(1)), now, now, now);
    }

    /** How many messages are due for a webhook; counted up to a limit. */
    int due(UUID webhook, int limit, Instant now) {
        return database.rows("""
                        SELECT id FROM webhook_message
                        WHERE webhook_id = ? AND state = 'WAITING' AND due_at <= ? AND leased_until <= ? LIMIT ?
                        """, row -> true, webhook, now, now, limit).size();
    }

    /** The message of a webhook that has been due the longest and that nobody holds; it is locked. */
    Optional<Message> lockDue(UUID webhook, Instant now) {
        return database.row("SELECT " + COLUMNS + """
                          WHERE webhook_id = ? AND state = 'WAITING' AND due_at <= ? AND leased_until <= ?
                          ORDER BY due_at, id LIMIT 1 FOR UPDATE SKIP LOCKED
                          """, Messages::message, webhook, now, now);
    }

    void lease(UUID id, Instant until) {
        database.run("UPDATE webhook_message SET leased_until = ? WHERE id = ?", until, id);
    }

    /** It has arrived, whoever else may hold it by now. */
    void delivered(UUID id) {
        database.run(
                "UPDATE webhook_message SET state = 'DELIVERED', tries = tries + 1 WHERE id = ? AND state = 'WAITING'",
                id);
    }

    /** It is to be posted again, unless somebody else holds it by now. */
    void postpone(Parcel parcel, Instant dueAt) {
        database.run(
                "UPDATE webhook_message SET tries = tries + 1, due_at = ?, leased_until = ? WHERE id = ? AND leased_until = ?",
                dueAt,
                Instant.EPOCH,
                parcel.message().id(),
                parcel.leasedUntil());
    }

    /** It is given up, unless somebody else holds it by now. */
    void failed(Parcel parcel) {
        database.run(
                "UPDATE webhook_message SET state = 'FAILED', tries = tries + 1 WHERE id = ? AND state = 'WAITING' AND leased_until = ?",
                parcel.message().id(),
                parcel.leasedUntil());
    }

    /** All that waits for a webhook is given up. */
    void failAllWaiting(UUID webhook) {
        database.run("UPDATE webhook_message SET state = 'FAILED' WHERE webhook_id = ? AND state = 'WAITING'", webhook);
    }

    /** Posts a message again, from the beginning of the schedule. */
    void replay(UUID id, Instant now) {
        database.run(
                "UPDATE webhook_message SET state = 'WAITING', tries = 0, due_at = ?, leased_until = ? WHERE id = ?",
                now,
                Instant.EPOCH,
                id);
    }

    /** Posts all again that were written since then and given up; tells how many. */
    int replayFailed(UUID webhook, Instant since, Instant now) {
        List<byte[]> failed = database.rows(
                "SELECT id FROM webhook_message WHERE webhook_id = ? AND state = 'FAILED' AND id >= ? FOR UPDATE",
                row -> row.getBytes(1),
                webhook,
                UuidTime.first(since));
        database.runAll(
                "UPDATE webhook_message SET state = 'WAITING', tries = 0, due_at = ?, leased_until = ? WHERE id = ?",
                failed.stream().map(id -> List.of(now, Instant.EPOCH, id)).toList());
        return failed.size();
    }

    Optional<Message> find(UUID webhook, UUID eventId) {
        return database.row(
                "SELECT " + COLUMNS + "WHERE webhook_id = ? AND event_id = ?", Messages::message, webhook, eventId);
    }

    /**
     * The log of a webhook, newest first.
     *
     * @param state null for all
     * @param before exclusive; null from the newest
     */
    List<Message> newestFirst(UUID webhook, MessageState state, UUID before, int limit) {
        StringBuilder where = new StringBuilder("WHERE webhook_id = ?");
        List<Object> values = new ArrayList<>(List.of(webhook));
        if (state != null) {
            where.append(" AND state = ?");
            values.add(state);
        }
        if (before != null) {
            where.append(" AND id < ?");
            values.add(before);
        }
        values.add(limit);
        return database.rows("SELECT " + COLUMNS + where + " ORDER BY id DESC LIMIT ?", Messages::message, values);
    }

    /** What is kept that names a respondent. */
    List<Message> about(String respondent) {
        return database.rows("SELECT " + COLUMNS + "WHERE about = ? ORDER BY id", Messages::message, respondent);
    }

    /** The ids of all that was written between two others, in their order. */
    List<UUID> between(UUID after, UUID before, int limit) {
        return database.rows(
                "SELECT id FROM webhook_message WHERE id > ? AND id < ? ORDER BY id LIMIT ?",
                row -> UuidBytes.fromBytes(row.getBytes(1)),
                after,
                before,
                limit);
    }

    /** Takes messages away with their attempts, within the open transaction. */
    void drop(List<UUID> ids) {
        if (!ids.isEmpty()) {
            database.runAll(
                    "DELETE FROM webhook_attempt WHERE message_id = ?",
                    ids.stream().map(id -> List.of(id)).toList());
            database.runAll(
                    "DELETE FROM webhook_message WHERE id = ?",
                    ids.stream().map(id -> List.of(id)).toList());
        }
    }

    /** Some of what is kept of a webhook. */
    List<UUID> some(UUID webhook) {
        return database.rows(
                "SELECT id FROM webhook_message WHERE webhook_id = ? LIMIT " + SLICE,
                row -> UuidBytes.fromBytes(row.getBytes(1)),
                webhook);
    }

    private static Message message(ResultSet row) throws SQLException {
        return new Message(
                UuidBytes.fromBytes(row.getBytes("id")),
                UuidBytes.fromBytes(row.getBytes("webhook_id")),
                UuidBytes.fromBytes(row.getBytes("event_id")),
                row.getString("type"),
                row.getString("payload"),
                MessageState.valueOf(row.getString("state")),
                row.getInt("tries"),
                Database.instant(row, "due_at"),
                Database.instant(row, "created_at"));
    }
}
