package io.aftertouch.platform.retry;

import java.net.ConnectException;
import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientConnectionException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Tells what kind of failure stands behind an exception that came out of the database. */
public final class SqlFailures {

    /** MariaDB: record changed since last read, lock wait time-out, deadlock. */
    private static final Set<Integer> CONFLICTS = Set.of(1020, 1205, 1213);

    /** Server shutting down, too many connections, host blocked, server gone, lost connection, killed; its disk is full, or it only reads. */
    private static final Set<Integer> OUTAGES = Set.of(
            1021, 1026, 1040, 1053, 1114, 1129, 1152, 1158, 1159, 1160, 1161, 1184, 1290, 1317, 1836, 1927, 2006, 2013,
            3024);

    private SqlFailures() {}

    /** The transaction lost against another one and may simply run again. */
    public static boolean isConflict(Throwable failure) {
        return sql(failure).filter(e -> CONFLICTS.contains(e.getErrorCode())).isPresent();
    }

    /** The database cannot be reached or is too busy to take us; the same work may succeed later. */
    public static boolean isOutage(Throwable failure) {
        return withSuppressed(failure).anyMatch(SqlFailures::saysOutage);
    }

    /** A unique key refused the row (SQLState 23000, whatever the vendor's code). */
    public static boolean isDuplicate(Throwable failure) {
        return causes(failure)
                .anyMatch(e -> e instanceof SQLIntegrityConstraintViolationException sql && sql.getErrorCode() == 1062
                        || e instanceof SQLException plain && plain.getErrorCode() == 1062);
    }

    /** The database refuses the data themselves (SQLState classes 22, data exception, and 23, constraint): the same rows will fail again. */
    public static boolean isBadData(Throwable failure) {
        return sql(failure)
                .map(SQLException::getSQLState)
                .filter(state -> state.startsWith("22") || state.startsWith("23"))
                .isPresent();
    }

    /** The root of it in one line, without values. */
    public static String describe(Throwable failure) {
        return sql(failure)
                .map(e -> e.getClass().getSimpleName() + " " + e.getSQLState() + "/" + e.getErrorCode())
                .orElseGet(() -> failure.getClass().getSimpleName());
    }

    private static boolean saysOutage(Throwable e) {
        if (e instanceof ConnectException
                || e instanceof SQLTransientConnectionException
                || e instanceof SQLNonTransientConnectionException) {
            return true;
        }
        if (!(e instanceof SQLException sql)) {
            return false;
        }
        return OUTAGES.contains(sql.getErrorCode())
                || sql.getSQLState() != null && sql.getSQLState().startsWith("08")
                || sql.getMessage() != null
                        // the pool says that all connections are in use, or that a new one does not come about
                        && (sql.getMessage().toLowerCase(Locale.ROOT).contains("acquisition timeout")
                                || sql.getMessage().contains("pool is closed")
                                || sql.getMessage().contains("pool is shutting down")
                                // said by the driver and the pool of a connection that broke a moment ago
                                || sql.getMessage().contains("after statement closed")
                                || sql.getMessage().contains("after connection closed")
                                || sql.getMessage().contains("Connection is closed"));
    }

    private static Optional<SQLException> sql(Throwable failure) {
        return causes(failure)
                .filter(SQLException.class::isInstance)
                .map(SQLException.class::cast)
                .reduce((outer, inner) -> inner.getErrorCode() != 0 ? inner : outer);
    }

    /** A commit that fails hides why among what it suppresses. */
    private static Stream<Throwable> withSuppressed(Throwable failure) {
        return causes(failure)
                .flatMap(e ->
                        Stream.concat(Stream.of(e), Stream.of(e.getSuppressed()).flatMap(SqlFailures::causes)));
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, e -> e != null, e -> e.getCause() == e ? null : e.getCause())
                .limit(20);
    }
}
