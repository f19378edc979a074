package io.aftertouch.survey.touchpoint;

import io.aftertouch.platform.problem.FieldError;
import io.aftertouch.platform.problem.ProblemException;

final class StageExists extends ProblemException {

    StageExists(String key) {
        super("stage-exists", "A stage has the key " + key + " already.", new FieldError("key", "is taken"));
    }
}
