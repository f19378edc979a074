package io.aftertouch.score.alert;

import io.aftertouch.platform.problem.ProblemException;

/** The alert is in a state that does not allow this step. */
final class IllegalAlertStep extends ProblemException {

    IllegalAlertStep(String what, String state) {
        super("illegal-alert-step", "The alert is " + state + " and cannot " + what + ".");
    }
}
