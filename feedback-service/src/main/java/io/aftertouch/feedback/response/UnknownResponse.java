package io.aftertouch.feedback.response;

import java.util.UUID;

import io.aftertouch.platform.problem.ProblemException;

/** There is no answer with this id. */
final class UnknownResponse extends ProblemException {

    UnknownResponse(UUID id) {
        super("not-found", "There is no response " + id + ".");
    }
}
