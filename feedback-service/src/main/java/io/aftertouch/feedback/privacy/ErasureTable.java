package io.aftertouch.feedback.privacy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.UUID;

import javax.sql.DataSource;

import jakarta.inject.Singleton;

import io.aftertouch.feedback.respondent.ErasureFailure;
import io.aftertouch.platform.id.UuidBytes;

import static java.time.ZoneOffset.UTC;

/** Erasures that are not through yet. Each statement commits by itself, or belongs to the open transaction. */
@Singleton
class ErasureTable {

    private final DataSource database;

    ErasureTable(DataSource database) {
        this.database = database;
    }

    /** One of them. */
    record Erasure(UUID id, String ref) {}

    void add(Erasure erasure, Instant now) {
        update("INSERT IGNORE INTO erasure (id, respondent_ref, heard_at, held_until) VALUES (?, ?, ?, ?)", insert -> {
            insert.setBytes(1, UuidBytes.toBytes(erasure.id()));
            insert.setString(2, erasure.ref());
            insert.setObject(3, stored(now));
            insert.setObject(4, stored(now));
        });
    }

    /** One that nobody is at, held until the lease ends. */
    Optional<Erasure> claim(Instant now, Duration lease) {
        return free(now)
                .filter(free -> update("UPDATE erasure SET held_until = ? WHERE id = ? AND held_until <= ?", claim -> {
                            claim.setObject(1, stored(now.plus(lease)));
                            claim.setBytes(2, UuidBytes.toBytes(free.id()));
                            claim.setObject(3, stored(now));
                        })
                        == 1);
    }

    void hold(Erasure erasure, Instant until) {
        update("UPDATE erasure SET held_until = ? WHERE id = ?", hold -> {
            hold.setObject(1, stored(until));
            hold.setBytes(2, UuidBytes.toBytes(erasure.id()));
        });
    }

    void remove(Erasure erasure) {
        update("DELETE FROM erasure WHERE id = ?", delete -> delete.setBytes(1, UuidBytes.toBytes(erasure.id())));
    }

    private Optional<Erasure> free(Instant now) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(
                        "SELECT id, respondent_ref FROM erasure WHERE held_until <= ? ORDER BY id LIMIT 1")) {
            select.setObject(1, stored(now));
            try (ResultSet row = select.executeQuery()) {
                return row.next()
                        ? Optional.of(new Erasure(UuidBytes.fromBytes(row.getBytes(1)), row.getString(2)))
                        : Optional.empty();
            }
        } catch (SQLException e) {
            throw new ErasureFailure(e);
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
            throw new ErasureFailure(e);
        }
    }

    private static LocalDateTime stored(Instant instant) {
        return LocalDateTime.ofInstant(instant, UTC);
    }
}
