package io.aftertouch.survey.publiclink;

import io.aftertouch.platform.problem.FieldError;
import io.aftertouch.platform.problem.ProblemException;

final class EndInThePast extends ProblemException {

    EndInThePast() {
        super(
                "active-until-in-the-past",
                "The link would never take an answer.",
                new FieldError("activeUntil", "must lie in the future"));
    }
}
