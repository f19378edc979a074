package io.aftertouch.survey.touchpoint;

import io.aftertouch.platform.problem.ProblemException;

final class LastStage extends ProblemException {

    LastStage(String key) {
        super("last-stage", "The journey has no other stage than " + key + ".");
    }
}
