package io.aftertouch.survey.touchpoint;

import io.aftertouch.platform.problem.FieldError;
import io.aftertouch.platform.problem.ProblemException;

final class UnknownStage extends ProblemException {

    UnknownStage(String stage) {
        super(
                "unknown-stage",
                "No stage has the key " + stage + ".",
                new FieldError("stage", "is not the key of a stage"));
    }
}
