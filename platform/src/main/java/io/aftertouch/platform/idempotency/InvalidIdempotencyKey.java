package io.aftertouch.platform.idempotency;

import io.aftertouch.platform.problem.FieldError;
import io.aftertouch.platform.problem.ProblemException;

/** A key that is empty, too long or not printable. */
public final class InvalidIdempotencyKey extends ProblemException {

    public InvalidIdempotencyKey() {
        super(
                "invalid-request",
                "The Idempotency-Key is not valid.",
                new FieldError("Idempotency-Key", "must be 1 to 200 printable ASCII characters"));
    }
}
