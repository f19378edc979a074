package io.aftertouch.platform.inbox;

import java.sql.SQLException;

/** The inbox could not be read or written; the cause says why. */
final class InboxFailure extends RuntimeException {

    InboxFailure(SQLException cause) {
        super(cause);
    }
}
