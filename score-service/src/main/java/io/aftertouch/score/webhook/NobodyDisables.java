package io.aftertouch.score.webhook;

import io.aftertouch.platform.problem.FieldError;
import io.aftertouch.platform.problem.ProblemException;

final class NobodyDisables extends ProblemException {

    NobodyDisables() {
        super(
                "invalid-request",
                "Only a receiver that fails disables its webhook; people pause it.",
                new FieldError("state", "must be ACTIVE or PAUSED"));
    }
}
