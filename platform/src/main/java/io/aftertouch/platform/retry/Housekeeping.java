package io.aftertouch.platform.retry;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

import javax.sql.DataSource;

import jakarta.inject.Singleton;

import org.jboss.logging.Logger;

/** Deletes what is past its time in small transactions, so that nobody waits for it. */
@Singleton
public class Housekeeping {

    private static final Logger LOG = Logger.getLogger(Housekeeping.class);
    /** How many rows go in one transaction. */
    public static final int SLICE = 5_000;

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

    /**
     * Deletes one slice, in the open transaction.
     *
     * @param delete as of {@link #deleteInSlices}
     * @return how many rows went; fewer than {@link #SLICE} when they were the last
     */
    public int deleteSlice(String delete, Instant before) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(delete + " LIMIT " + SLICE)) {
            statement.setObject(1, LocalDateTime.ofInstant(before, ZoneOffset.UTC));
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new HousekeepingFailure(e);
        }
    }

    /** @param select gives one instant, or nothing */
    public Optional<Instant> oldest(String select) {
        try (var connection = database.getConnection();
                var row = connection.createStatement().executeQuery(select)) {
            return row.next()
                    ? Optional.of(row.getObject(1, LocalDateTime.class).toInstant(ZoneOffset.UTC))
                    : Optional.empty();
        } catch (SQLException e) {
            throw new HousekeepingFailure(e);
        }
    }

    /** Old rows could not be deleted or looked at; the cause says why. */
    private static final class HousekeepingFailure extends RuntimeException {

        HousekeepingFailure(SQLException cause) {
            super(cause);
        }
    }
}
