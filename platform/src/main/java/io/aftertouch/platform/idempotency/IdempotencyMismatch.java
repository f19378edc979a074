package io.aftertouch.platform.idempotency;

import io.aftertouch.platform.problem.ProblemException;

/** A key came back with another body. */
public final class IdempotencyMismatch extends ProblemException {

    public IdempotencyMismatch() {
        super("idempotency-mismatch", "This Idempotency-Key was used with another request.");
    }
}
