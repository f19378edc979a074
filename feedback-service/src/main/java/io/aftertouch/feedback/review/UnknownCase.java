package io.aftertouch.feedback.review;

import java.util.UUID;

import io.aftertouch.platform.problem.ProblemException;

/** There is no review case with this id. */
public final class UnknownCase extends ProblemException {

    public UnknownCase(UUID id) {
        super("not-found", "There is no review case " + id + ".");
    }
}
