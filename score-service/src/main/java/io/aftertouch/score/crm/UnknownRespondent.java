package io.aftertouch.score.crm;

import io.aftertouch.platform.problem.ProblemException;

/** No answer is kept under this reference. */
final class UnknownRespondent extends ProblemException {

    UnknownRespondent() {
        super("not-found", "No answer is kept under this reference.");
    }
}
