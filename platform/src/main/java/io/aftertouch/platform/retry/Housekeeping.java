package io.aftertouch.platform.retry;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

import javax.sql.DataSource;

import jakarta.inject.Singleton;

import org.jboss.logging.Logger;

/** Deletes what is past its time in small transactions, so that nobody waits for it. */
@Singleton
public class Housekeeping {

    private static final Logger LOG = Logger.getLogger(Housekeeping.class);
    private static final int SLICE = 5_000;

    private final DataSource database;

    Housekeeping(DataSource database) {
        this.database = database;
    }

    /**
     * @param delete a DELETE with one parameter, the instant before which rows go
     * @return how many rows went
     */
    public int deleteInSlices(String delete, Instant before) {
        int total = 0;
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(delete + " LIMIT " + SLICE)) {
            int deleted;
            do {
                statement.setObject(1, LocalDateTime.ofInstant(before, ZoneOffset.UTC));
                deleted = statement.executeUpdate();
                total += deleted;
            } while (deleted == SLICE);
        } catch (SQLException e) {
            LOG.warnf("Old rows stay until the next round: %s", SqlFailures.describe(e));
        }
        return total;
    }
}
