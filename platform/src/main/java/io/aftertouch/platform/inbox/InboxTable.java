package io.aftertouch.platform.inbox;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;

import io.aftertouch.platform.id.Ids;
import io.aftertouch.platform.id.UuidBytes;
import io.aftertouch.platform.retry.Housekeeping;
import io.aftertouch.platform.sql.ManyRows;
import io.quarkus.scheduler.Scheduled;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Remembers the events whose effect is in this database. */
@ApplicationScoped
class InboxTable {

    private static final ManyRows INSERT =
            new ManyRows("INSERT IGNORE INTO inbox (event_id, batch, received_at) VALUES", "(?, ?, ?)");

    private static final int ASKED_AT_ONCE = 500;

    private final DataSource database;
    private final Ids ids;
    private final Clock clock;
    private final Housekeeping housekeeping;
    private final Duration keep;

    InboxTable(
            DataSource database,
            Ids ids,
            Clock clock,
            Housekeeping housekeeping,
            @ConfigProperty(name = "aftertouch.inbox.keep") Duration keep) {
        this.database = database;
        this.ids = ids;
        this.clock = clock;
        this.housekeeping = housekeeping;
        this.keep = keep;
    }

    /** Claims events within the open transaction and tells which of them were not known before. */
    Set<UUID> claim(Collection<UUID> events) {
        byte[] batch = UuidBytes.toBytes(ids.next());
        try (Connection connection = database.getConnection()) {
            insert(connection, events, batch);
            return claimed(connection, batch);
        } catch (SQLException e) {
            throw new InboxFailure(e);
        }
    }

    /** Which of these events are remembered. */
    Set<UUID> known(Collection<UUID> events) {
        Set<UUID> known = new HashSet<>();
        List<UUID> asked = List.copyOf(events);
        try (Connection connection = database.getConnection()) {
            for (int from = 0; from < asked.size(); from += ASKED_AT_ONCE) {
                known(connection, asked.subList(from, Math.min(asked.size(), from + ASKED_AT_ONCE)), known);
            }
        } catch (SQLException e) {
            throw new InboxFailure(e);
        }
        return known;
    }

    private static void known(Connection connection, List<UUID> some, Set<UUID> known) throws SQLException {
        String places = "?,".repeat(some.size() - 1) + "?";
        try (var select =
                connection.prepareStatement("SELECT event_id FROM inbox WHERE event_id IN (" + places + ")")) {
            for (int i = 0; i < some.size(); i++) {
                select.setBytes(i + 1, UuidBytes.toBytes(some.get(i)));
            }
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    known.add(UuidBytes.fromBytes(rows.getBytes(1)));
                }
            }
        }
    }

    private void insert(Connection connection, Collection<UUID> events, byte[] batch) throws SQLException {
        Instant now = clock.instant();
        INSERT.write(
                connection,
                events.stream()
                        .distinct()
                        .sorted()
                        .map(event -> new Object[] {event, batch, now})
                        .toList());
    }

    private static Set<UUID> claimed(Connection connection, byte[] batch) throws SQLException {
        try (var select = connection.prepareStatement("SELECT event_id FROM inbox WHERE batch = ?")) {
            select.setBytes(1, batch);
            Set<UUID> fresh = new HashSet<>();
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    fresh.add(UuidBytes.fromBytes(rows.getBytes(1)));
                }
            }
            return fresh;
        }
    }

    /** Longer than the broker keeps events: what may come again must still be known. */
    @Scheduled(every = "1h", delayed = "12m")
    void forget() {
        housekeeping.deleteInSlices(
                "DELETE FROM inbox WHERE received_at < ?", clock.instant().minus(keep));
    }
}
