package io.aftertouch.feedback.respondent;

import java.sql.SQLException;

/** What has to be forgotten could not be; the cause says why. */
public final class ErasureFailure extends RuntimeException {

    public ErasureFailure(SQLException cause) {
        super(cause);
    }
}
