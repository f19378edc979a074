package io.aftertouch.feedback.catalog;

import io.aftertouch.platform.problem.FieldError;
import io.aftertouch.platform.problem.ProblemException;

/** The scale has no such score. */
final class ScoreOutOfScale extends ProblemException {

    ScoreOutOfScale(int score, Scale scale) {
        super(
                "score-out-of-scale",
                "The score " + score + " is not on the scale " + scale.key() + ".",
                new FieldError("score", "must be a whole number from " + scale.min() + " to " + scale.max()));
    }
}
