package io.aftertouch.feedback.review;

import io.aftertouch.platform.problem.ProblemException;

/** Somebody changed the case since the caller read it. */
final class CaseChanged extends ProblemException {

    CaseChanged(ReviewCase reviewCase) {
        super("precondition-failed", "The case is at version " + reviewCase.version() + " now.");
    }
}
