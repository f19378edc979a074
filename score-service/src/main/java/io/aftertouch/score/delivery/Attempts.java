package io.aftertouch.score.delivery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.inject.Singleton;

import io.aftertouch.platform.id.Ids;
import io.aftertouch.platform.id.UuidBytes;
import io.aftertouch.score.database.Database;

/** The delivery log, and how each webhook does. */
@Singleton
class Attempts {

    private final Database database;
    private final Ids ids;

    Attempts(Database database, Ids ids) {
        this.database = database;
        this.ids = ids;
    }

    /**
     * How a webhook does.
     *
     * @param failingSince since when its receiver has taken nothing; null when it took the last message
     * @param restsUntil until when its receiver wants to be left alone; null when it does not
     */
    record Health(Instant failingSince, Instant lastAt, Outcome lastOutcome, Integer lastStatus, Instant restsUntil) {

        /** The last answer in words. */
        public String words() {
            return lastStatus == null ? lastOutcome.words() : lastOutcome.words() + ", HTTP " + lastStatus;
        }
    }

    /** Writes an attempt down, unless its message was taken away meanwhile. */
    void add(Message message, Attempt attempt) {
        database.run(
                """
                INSERT INTO webhook_attempt (id, message_id, attempted_at, outcome, status, duration_ms, reply)
                SELECT ?, id, ?, ?, ?, ?, ? FROM webhook_message WHERE id = ?
                """,
                ids.next(),
                attempt.at(),
                attempt.outcome(),
                attempt.status(),
                attempt.durationMs(),
                attempt.reply(),
                message.id());
        database.run(
                """
                INSERT INTO webhook_health (webhook_id, failing_since, last_at, last_outcome, last_status) VALUES (?, ?, ?, ?, ?)
                ON DUPLICATE KEY UPDATE
                    failing_since = IF(VALUES(failing_since) IS NULL, NULL, COALESCE(failing_since, VALUES(failing_since))),
                    last_at = VALUES(last_at), last_outcome = VALUES(last_outcome), last_status = VALUES(last_status)
                """,
                message.webhook(),
                attempt.isTaken() ? null : attempt.at(),
                attempt.at(),
                attempt.outcome(),
                attempt.status());
    }

    /** Oldest first. */
    List<Attempt> of(UUID message) {
        return database.rows(
                "SELECT attempted_at, outcome, status, duration_ms, reply FROM webhook_attempt WHERE message_id = ? ORDER BY id",
                row -> new Attempt(
                        Database.instant(row, "attempted_at"),
                        Outcome.valueOf(row.getString("outcome")),
                        row.getObject("status", Integer.class),
                        row.getInt("duration_ms"),
                        row.getString("reply")),
                message);
    }

    /** By the id of the webhook; those that were never told anything are left out. */
    Map<UUID, Health> health(Instant now) {
        record Row(UUID webhook, Health health) {}
        return database.rows("""
                        SELECT webhook_id, failing_since, last_at, last_outcome, last_status,
                            IF(rests_until > ?, rests_until, NULL) AS rests_until
                        FROM webhook_health
                        """, row -> new Row(UuidBytes.fromBytes(row.getBytes(1)), health(row)), now).stream()
                .collect(Collectors.toMap(Row::webhook, Row::health));
    }

    /** Whether the receiver has taken nothing since a moment, or longer. */
    boolean isFailingSince(UUID webhook, Instant moment) {
        return database.row(
                        "SELECT failing_since FROM webhook_health WHERE webhook_id = ? AND failing_since <= ?",
                        row -> true,
                        webhook,
                        moment)
                .isPresent();
    }

    /** Leaves the receiver alone until then, or longer where that was said already. */
    void rest(UUID webhook, Instant until) {
        database.run(
                "UPDATE webhook_health SET rests_until = GREATEST(COALESCE(rests_until, ?), ?) WHERE webhook_id = ?",
                until,
                until,
                webhook);
    }

    boolean isResting(UUID webhook, Instant now) {
        return database.row(
                        "SELECT 1 FROM webhook_health WHERE webhook_id = ? AND rests_until > ?",
                        row -> true,
                        webhook,
                        now)
                .isPresent();
    }

    /** Whoever makes a webhook active again starts anew. */
    void startAnew(UUID webhook) {
        database.run(
                "UPDATE webhook_health SET failing_since = NULL, rests_until = NULL WHERE webhook_id = ?", webhook);
    }

    void forget(UUID webhook) {
        database.run("DELETE FROM webhook_health WHERE webhook_id = ?", webhook);
    }

    private static Health health(ResultSet row) throws SQLException {
        return new Health(
                Database.instant(row, "failing_since"),
                Database.instant(row, "last_at"),
                Outcome.valueOf(row.getString("last_outcome")),
                row.getObject("last_status", Integer.class),
                Database.instant(row, "rests_until"));
    }
}
