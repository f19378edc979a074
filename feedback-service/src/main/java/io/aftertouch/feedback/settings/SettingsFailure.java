package io.aftertouch.feedback.settings;

import java.sql.SQLException;

/** The settings cannot be read or kept right now. */
final class SettingsFailure extends RuntimeException {

    SettingsFailure(SQLException cause) {
        super(cause);
    }
}
