package io.aftertouch.feedback.review;

import io.aftertouch.platform.problem.ProblemException;

/** Somebody else took the case first. */
final class CaseTaken extends ProblemException {

    private final String who;

    /** @param who has it */
    CaseTaken(String who) {
        super("case-taken", who + " has taken the case.");
        this.who = who;
    }

    String who() {
        return who;
    }
}
