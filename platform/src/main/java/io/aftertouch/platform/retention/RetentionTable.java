package io.aftertouch.platform.retention;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.UUID;

import javax.sql.DataSource;

import jakarta.inject.Singleton;

import io.aftertouch.platform.id.UuidBytes;

import static java.time.ZoneOffset.UTC;

/** How far each kind of data has been gone through, and who is at it. Each statement commits by itself, or belongs to the open transaction. */
@Singleton
class RetentionTable {

    private final DataSource database;

    RetentionTable(DataSource database) {
        this.database = database;
    }

    /**
     * How far one kind has been gone through.
     *
     * @param ranAt when the last round ended; null before the first one
     * @param forgotten in that round
     */
    record Progress(UUID done, Instant ranAt, long forgotten) {}

    /** Takes hold of a kind whose round is due and that nobody else is at. */
    boolean claim(String kind, Instant now, Duration lease) {
        update(
                "INSERT IGNORE INTO retention (kind, due_at, held_until, forgotten, under_way) VALUES (?, ?, ?, 0, 0)",
                insert -> {
                    insert.setString(1, kind);
                    insert.setObject(2, stored(now));
                    insert.setObject(3, stored(now));
                });
        return update(
                        "UPDATE retention SET held_until = ? WHERE kind = ? AND due_at <= ? AND held_until <= ?",
                        claim -> {
                            claim.setObject(1, stored(now.plus(lease)));
                            claim.setString(2, kind);
                            claim.setObject(3, stored(now));
                            claim.setObject(4, stored(now));
                        })
                == 1;
    }

    /** Writes down how far a round is, in the transaction of what it did, and holds on to the kind. */
    void advance(String kind, KeptData.Forgotten step, Instant heldUntil) {
        update("UPDATE retention SET done = ?, under_way = under_way + ?, held_until = ? WHERE kind = ?", advance -> {
            advance.setBytes(1, UuidBytes.toBytes(step.done()));
            advance.setInt(2, step.rows());
            advance.setObject(3, stored(heldUntil));
            advance.setString(4, kind);
        });
    }

    void finish(String kind, Instant now, Instant nextDue) {
        update(
                "UPDATE retention SET ran_at = ?, due_at = ?, held_until = ?, forgotten = under_way, under_way = 0 WHERE kind = ?",
                finish -> {
                    finish.setObject(1, stored(now));
                    finish.setObject(2, stored(nextDue));
                    finish.setObject(3, stored(now));
                    finish.setString(4, kind);
                });
    }

    Optional<Progress> progress(String kind) {
        try (Connection connection = database.getConnection();
                PreparedStatement select =
                        connection.prepareStatement("SELECT done, ran_at, forgotten FROM retention WHERE kind = ?")) {
            select.setString(1, kind);
            try (var row = select.executeQuery()) {
                if (!row.next()) {
                    return Optional.empty();
                }
                byte[] done = row.getBytes(1);
                LocalDateTime ranAt = row.getObject(2, LocalDateTime.class);
                return Optional.of(new Progress(
                        done == null ? KeptData.START : UuidBytes.fromBytes(done),
                        ranAt == null ? null : ranAt.toInstant(UTC),
                        row.getLong(3)));
            }
        } catch (SQLException e) {
            throw new RetentionFailure(e);
        }
    }

    private interface Parameters {
        void set(PreparedStatement statement) throws SQLException;
    }

    private int update(String sql, Parameters parameters) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            parameters.set(statement);
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new RetentionFailure(e);
        }
    }

    private static LocalDateTime stored(Instant instant) {
        return LocalDateTime.ofInstant(instant, UTC);
    }
}
