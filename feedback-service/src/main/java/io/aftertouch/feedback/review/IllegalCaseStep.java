package io.aftertouch.feedback.review;

import io.aftertouch.platform.problem.ProblemException;

/** The case is in a state that does not allow this step. */
final class IllegalCaseStep extends ProblemException {

    IllegalCaseStep(String what, CaseState state) {
        super("illegal-case-step", "The case is " + state + " and cannot " + what + ".");
    }
}
