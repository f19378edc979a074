package io.aftertouch.survey.bounce;

import io.aftertouch.platform.problem.FieldError;
import io.aftertouch.platform.problem.ProblemException;

final class ImplausibleBounce extends ProblemException {

    ImplausibleBounce() {
        super("implausible-time", "Nothing bounces in the future.", new FieldError("at", "must not be in the future"));
    }
}
