package io.aftertouch.platform.idempotency;

import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

/** The keys that callers gave to their creating requests, on a connection whose transaction also makes the effect. */
@ApplicationScoped
public class IdempotencyKeys {

    private final Clock clock;

    IdempotencyKeys(Clock clock) {
        this.clock = clock;
    }

    /**
     * Checks what a caller sent as its key.
     *
     * @throws InvalidIdempotencyKey when it is not 1 to 200 printable ASCII characters
     */
    public static String checked(String key) {
        if (key.isEmpty() || key.length() > 200 || !key.chars().allMatch(c -> c > ' ' && c < 127)) {
            throw new InvalidIdempotencyKey();
        }
        return key;
    }

    /**
     * Claims a key for the open transaction. When another one has it under way, this waits for its end.
     *
     * @param requestHash SHA-256 of the request
     * @return empty when the key is new: make the effect and {@link #remember} its answer; else the first answer
     * @throws IdempotencyMismatch when the key belongs to another request
     */
    public Optional<RememberedAnswer> claim(Connection connection, String caller, String key, byte[] requestHash)
            throws SQLException {
        try (var insert = connection.prepareStatement(
                "INSERT IGNORE INTO idempotency_key (caller, value, request_hash, created_at) VALUES (?, ?, ?, ?)")) {
            insert.setString(1, caller);
            insert.setString(2, key);
            insert.setBytes(3, requestHash);
            insert.setObject(4, LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC));
            if (insert.executeUpdate() == 1) {
                return Optional.empty();
            }
        }
        return Optional.of(known(connection, caller, key, requestHash));
    }

    /** Writes the answer beside the key that this transaction has claimed. */
    public void remember(Connection connection, String caller, String key, RememberedAnswer answer)
            throws SQLException {
        try (var update = connection.prepareStatement(
                "UPDATE idempotency_key SET status = ?, body = ?, location = ? WHERE caller = ? AND value = ?")) {
            update.setInt(1, answer.status());
            update.setString(2, answer.body());
            update.setString(3, answer.location());
            update.setString(4, caller);
            update.setString(5, key);
            update.executeUpdate();
        }
    }

    /** Gives a key back that this transaction has claimed, when the request is refused but the transaction commits for others. */
    public void release(Connection connection, String caller, String key) throws SQLException {
        try (var delete = connection.prepareStatement(
                "DELETE FROM idempotency_key WHERE caller = ? AND value = ? AND status IS NULL")) {
            delete.setString(1, caller);
            delete.setString(2, key);
            delete.executeUpdate();
        }
    }

    /** Forgets the answers that made the thing at a location, in the open transaction; a repeat of their requests is a new request. */
    public void forgetAnswersAt(Connection connection, String location) throws SQLException {
        try (var delete = connection.prepareStatement("DELETE FROM idempotency_key WHERE location = ?")) {
            delete.setString(1, location);
            delete.executeUpdate();
        }
    }

    private static RememberedAnswer known(Connection connection, String caller, String key, byte[] requestHash)
            throws SQLException {
        try (var select = connection.prepareStatement(
                "SELECT request_hash, status, body, location FROM idempotency_key WHERE caller = ? AND value = ?")) {
            select.setString(1, caller);
            select.setString(2, key);
            try (var row = select.executeQuery()) {
                if (!row.next() || !MessageDigest.isEqual(row.getBytes(1), requestHash)) {
                    throw new IdempotencyMismatch();
                }
                return new RememberedAnswer(row.getInt(2), row.getString(3), row.getString(4));
            }
        }
    }
}
