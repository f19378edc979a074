package io.aftertouch.platform.access;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;

import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.cache.Cache;
import io.quarkus.cache.CacheName;
import io.quarkus.cache.CacheResult;
import io.quarkus.cache.CaffeineCache;

/** The API keys that this service knows: its own copy, so that it can check them while the others are away. */
@ApplicationScoped
public class ApiKeys {

    private static final String FOUND = "api-keys";
    private static final String NAMES = "api-key-names";
    private static final Duration USE_NOTED_EVERY = Duration.ofMinutes(1);

    private final DataSource database;
    private final Clock clock;
    private final CaffeineCache found;
    private final CaffeineCache names;

    ApiKeys(DataSource database, Clock clock, @CacheName(FOUND) Cache found, @CacheName(NAMES) Cache names) {
        this.database = database;
        this.clock = clock;
        this.found = found.as(CaffeineCache.class);
        this.names = names.as(CaffeineCache.class);
    }

    /** A key that was found a moment ago: nobody has to wait for it. */
    Optional<ApiKey> atHand(String id) {
        CompletableFuture<Optional<ApiKey>> key = found.getIfPresent(id);
        return key == null
                ? Optional.empty()
                : key.exceptionally(failure -> Optional.empty()).getNow(Optional.empty());
    }

    /** Finds a key; the answer is up to two seconds old. */
    @CacheResult(cacheName = FOUND)
    public Optional<ApiKey> find(String id) {
        try (Connection connection = database.getConnection()) {
            Optional<ApiKey> key = read(connection, id);
            if (key.isPresent()) {
                noteUse(connection, id);
            }
            return key;
        } catch (SQLException e) {
            throw new AccessFailure(e);
        }
    }

    /**
     * What a key is called, also when it opens nothing any more; the answer is up to a minute old. Everybody reads on their own connection: who has one,
     * and a lock that others wait for with all the other ones, must not wait for somebody who is still to get one.
     */
    public Optional<String> name(String id) {
        CompletableFuture<Optional<String>> known = names.getIfPresent(id);
        if (known != null) {
            return known.join();
        }
        Optional<String> name = readName(id);
        names.put(id, CompletableFuture.completedFuture(name));
        return name;
    }

    private Optional<String> readName(String id) {
        try (Connection connection = database.getConnection();
                var select = connection.prepareStatement("SELECT name FROM api_key WHERE id = ?")) {
            select.setString(1, id);
            try (var row = select.executeQuery()) {
                return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new AccessFailure(e);
        }
    }

    /** Writes a key as it is now, in the open transaction if there is one. */
    public void save(ApiKey key) {
        try (Connection connection = database.getConnection();
                var upsert = connection.prepareStatement(
                        "INSERT INTO api_key (id, name, secret_hash, scopes, created_at, expires_at, revoked_at)"
                                + " VALUES (?, ?, ?, ?, ?, ?, ?) ON DUPLICATE KEY UPDATE name = VALUES(name), secret_hash = VALUES(secret_hash),"
                                + " scopes = VALUES(scopes), expires_at = VALUES(expires_at), revoked_at = VALUES(revoked_at)")) {
            upsert.setString(1, key.id());
            upsert.setString(2, key.name());
            upsert.setBytes(3, key.secretHash());
            upsert.setString(4, String.join(" ", new TreeSet<>(key.scopes())));
            upsert.setObject(5, utc(clock.instant()));
            upsert.setObject(6, utc(key.expiresAt()));
            upsert.setObject(7, utc(key.revokedAt()));
            upsert.executeUpdate();
        } catch (SQLException e) {
            throw new AccessFailure(e);
        }
    }

    private static Optional<ApiKey> read(Connection connection, String id) throws SQLException {
        try (var select = connection.prepareStatement(
                "SELECT name, secret_hash, scopes, expires_at, revoked_at FROM api_key WHERE id = ?")) {
            select.setString(1, id);
            try (var row = select.executeQuery()) {
                return row.next()
                        ? Optional.of(new ApiKey(
                                id,
                                row.getString(1),
                                row.getBytes(2),
                                new TreeSet<>(List.of(row.getString(3).split(" "))),
                                instant(row, 4),
                                instant(row, 5)))
                        : Optional.empty();
            }
        }
    }

    private void noteUse(Connection connection, String id) throws SQLException {
        try (var update = connection.prepareStatement(
                "UPDATE api_key SET last_used_at = ? WHERE id = ? AND (last_used_at IS NULL OR last_used_at < ?)")) {
            Instant now = clock.instant();
            update.setObject(1, utc(now));
            update.setString(2, id);
            update.setObject(3, utc(now.minus(USE_NOTED_EVERY)));
            update.executeUpdate();
        }
    }

    private static LocalDateTime utc(Instant at) {
        return at == null ? null : LocalDateTime.ofInstant(at, ZoneOffset.UTC);
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        LocalDateTime at = row.getObject(column, LocalDateTime.class);
        return at == null ? null : at.toInstant(ZoneOffset.UTC);
    }
}
