package io.aftertouch.platform.sql;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.function.Supplier;

import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.narayana.jta.QuarkusTransaction;

/** Reads that belong together, of the database as it was when they began. They hold no lock and keep nobody waiting. */
@ApplicationScoped
public class Snapshots {

    private final DataSource database;

    Snapshots(DataSource database) {
        this.database = database;
    }

    /**
     * Runs reads in a transaction of their own. What was committed before the call is seen by all of them, what is committed later by none.
     *
     * @param longest after which it is rolled back
     */
    public <T> T read(Duration longest, Supplier<T> reads) {
        return QuarkusTransaction.requiringNew()
                .timeout((int) longest.toSeconds())
                .call(() -> {
                    begin();
                    return reads.get();
                });
    }

    /** The connection is the one that the transaction keeps, and nothing was read on it yet. */
    private void begin() {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ");
            statement.execute("START TRANSACTION WITH CONSISTENT SNAPSHOT, READ ONLY");
        } catch (SQLException e) {
            throw new SnapshotFailure(e);
        }
    }

    /** A view of the database could not be had; the cause says why. */
    private static final class SnapshotFailure extends RuntimeException {

        SnapshotFailure(SQLException cause) {
            super(cause.getMessage(), cause);
        }
    }
}
