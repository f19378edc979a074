package io.aftertouch.feedback.response;

import java.util.UUID;

import io.aftertouch.platform.problem.ProblemException;

/** There is an answer already, and it says something else. The first one stands. */
public final class AlreadyAnswered extends ProblemException {

    AlreadyAnswered() {
        super("already-answered", "This was answered before, and differently. The first answer stands.");
    }

    AlreadyAnswered(UUID first) {
        super(
                "already-answered",
                "This was answered before, and differently. The first answer, " + first + ", stands.");
    }
}
