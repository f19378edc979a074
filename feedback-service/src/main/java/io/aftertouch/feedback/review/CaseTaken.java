package io.aftertouch.feedback.review;

import io.aftertouch.platform.problem.ProblemException;

/** Somebody else took the case first. */
final class CaseTaken extends ProblemException {

    CaseTaken(ReviewCase reviewCase) {
        super("case-taken", reviewCase.assignee() + " has taken the case.");
    }
}
