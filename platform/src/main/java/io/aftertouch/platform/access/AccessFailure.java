package io.aftertouch.platform.access;

import java.sql.SQLException;

/** The keys could not be read or written; the cause says why. */
final class AccessFailure extends RuntimeException {

    AccessFailure(SQLException cause) {
        super(cause);
    }
}
