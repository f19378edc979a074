package io.aftertouch.feedback.suspected;

import java.util.UUID;

import io.aftertouch.platform.problem.ProblemException;

/** There is no suspected answer with this id. */
final class UnknownSuspectedAnswer extends ProblemException {

    UnknownSuspectedAnswer(UUID id) {
        super("not-found", "There is no suspected answer " + id + ".");
    }
}
