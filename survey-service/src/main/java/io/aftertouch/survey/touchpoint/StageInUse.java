package io.aftertouch.survey.touchpoint;

import io.aftertouch.platform.problem.ProblemException;

final class StageInUse extends ProblemException {

    StageInUse(String key) {
        super("stage-in-use", "Touchpoints stand under the stage " + key + ".");
    }
}
