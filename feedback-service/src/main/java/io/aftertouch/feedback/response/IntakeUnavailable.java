package io.aftertouch.feedback.response;

import io.aftertouch.platform.problem.ProblemException;

/** Answers cannot be stored right now: too many wait, or the database is away. The same answer may be taken a moment later. */
public final class IntakeUnavailable extends ProblemException {

    IntakeUnavailable(String detail) {
        super("unavailable", detail);
    }
}
