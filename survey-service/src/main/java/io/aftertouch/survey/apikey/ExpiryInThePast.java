package io.aftertouch.survey.apikey;

import io.aftertouch.platform.problem.FieldError;
import io.aftertouch.platform.problem.ProblemException;

final class ExpiryInThePast extends ProblemException {

    ExpiryInThePast() {
        super(
                "expiry-in-the-past",
                "A key that has expired already opens nothing.",
                new FieldError("expiresAt", "must lie in the future"));
    }
}
