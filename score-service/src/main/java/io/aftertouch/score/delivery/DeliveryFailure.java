package io.aftertouch.score.delivery;

import java.sql.SQLException;

/** Messages could not be written; the cause says why. */
final class DeliveryFailure extends RuntimeException {

    DeliveryFailure(SQLException cause) {
        super(cause.getMessage(), cause);
    }
}
