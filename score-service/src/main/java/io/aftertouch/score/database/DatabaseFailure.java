package io.aftertouch.score.database;

import java.sql.SQLException;

/** The database did not do what it was told; the cause says why. */
public final class DatabaseFailure extends RuntimeException {

    DatabaseFailure(SQLException cause) {
        super(cause.getMessage(), cause);
    }
}
