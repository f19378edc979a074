package io.aftertouch.survey.survey;

import io.aftertouch.platform.problem.ProblemException;

final class ScaleFixed extends ProblemException {

    ScaleFixed(String survey) {
        super("scale-fixed", "The survey " + survey + " was published; its scale and bands cannot change any more.");
    }
}
