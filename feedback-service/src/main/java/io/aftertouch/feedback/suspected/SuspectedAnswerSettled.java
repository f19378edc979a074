package io.aftertouch.feedback.suspected;

import io.aftertouch.platform.problem.ProblemException;

/** Somebody has decided about the answer in a way that this step does not fit. */
final class SuspectedAnswerSettled extends ProblemException {

    SuspectedAnswerSettled(String what, SuspectedState state) {
        super("suspected-answer-settled", "The suspected answer is " + state + " and cannot " + what + ".");
    }
}
