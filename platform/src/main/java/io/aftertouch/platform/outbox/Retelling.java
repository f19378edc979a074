package io.aftertouch.platform.outbox;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

import javax.sql.DataSource;

import jakarta.inject.Singleton;

import org.jboss.logging.Logger;

/**
 * Notices that the broker is not the one that events were told to: it has lost its log, or another one has taken its place. What nobody had heard by then
 * is lost with it, so everything that is still kept is told again; whoever has heard of it does nothing.
 */
@Singleton
class Retelling {

    private static final Logger LOG = Logger.getLogger(Retelling.class);
    private static final int SLICE = 5_000;

    private final DataSource database;
    private final Clock clock;

    Retelling(DataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * Compares the broker with the one before. That it is another one is written down last, so that whatever is interrupted is done again.
     *
     * @param broker its id
     */
    void look(String broker) throws SQLException {
        try (Connection connection = database.getConnection()) {
            String before = before(connection);
            if (broker.equals(before)) {
                return;
            }
            if (before != null) {
                LOG.warnf(
                        "The broker has lost its log or is another one: %d events are told again", forget(connection));
            }
            try (var update = connection.prepareStatement("UPDATE relay_lease SET broker = ? WHERE shard = 0")) {
                update.setString(1, broker);
                update.executeUpdate();
            }
        }
    }

    private static String before(Connection connection) throws SQLException {
        try (var row = connection.createStatement().executeQuery("SELECT broker FROM relay_lease WHERE shard = 0")) {
            return row.next() ? row.getString(1) : null;
        }
    }

    /** Forgets that they were told, in slices. Those that are told again meanwhile are later than this. */
    private long forget(Connection connection) throws SQLException {
        LocalDateTime now = LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
        long all = 0;
        try (var update = connection.prepareStatement(
                "UPDATE outbox SET sent_at = NULL WHERE shard = 0 AND sent_at <= ? ORDER BY sent_at, seq LIMIT "
                        + SLICE)) {
            int some;
            do {
                update.setObject(1, now);
                some = update.executeUpdate();
                all += some;
            } while (some == SLICE);
        }
        return all;
    }
}
