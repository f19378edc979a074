package io.aftertouch.survey.touchpoint;

import io.aftertouch.platform.problem.FieldError;
import io.aftertouch.platform.problem.ProblemException;

final class TouchpointExists extends ProblemException {

    TouchpointExists(String key) {
        super("touchpoint-exists", "A touchpoint has the key " + key + " already.", new FieldError("key", "is taken"));
    }
}
