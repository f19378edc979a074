package io.aftertouch.feedback.response;

import java.sql.SQLException;

/** The answers could not be read; the cause says why. */
final class ReadingFailure extends RuntimeException {

    ReadingFailure(SQLException cause) {
        super(cause);
    }
}
