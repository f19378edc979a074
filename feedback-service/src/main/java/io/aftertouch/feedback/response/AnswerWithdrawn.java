package io.aftertouch.feedback.response;

import io.aftertouch.platform.problem.ProblemException;

/** The customer took the answer back; it is neither changed nor given again. */
public final class AnswerWithdrawn extends ProblemException {

    AnswerWithdrawn() {
        super("answer-withdrawn", "The customer has withdrawn this answer.");
    }
}
