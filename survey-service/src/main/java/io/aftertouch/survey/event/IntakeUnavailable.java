package io.aftertouch.survey.event;

import io.aftertouch.platform.problem.ProblemException;

/** More events wait to be judged than are taken at once. The same event may be taken a moment later. */
final class IntakeUnavailable extends ProblemException {

    IntakeUnavailable() {
        super("unavailable", "More events wait to be judged than are taken at once.");
    }
}
