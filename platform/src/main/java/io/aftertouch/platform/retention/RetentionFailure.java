package io.aftertouch.platform.retention;

import java.sql.SQLException;

/** What is kept could not be read or forgotten; the cause says why. */
final class RetentionFailure extends RuntimeException {

    RetentionFailure(SQLException cause) {
        super(cause);
    }
}
