package io.aftertouch.platform.outbox;

import java.sql.SQLException;

/** The outbox could not be read or written; the cause says why. */
final class OutboxFailure extends RuntimeException {

    OutboxFailure(SQLException cause) {
        super(cause);
    }
}
