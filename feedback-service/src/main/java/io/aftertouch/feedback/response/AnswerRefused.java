package io.aftertouch.feedback.response;

import io.aftertouch.platform.problem.ProblemException;

/** The database will never take this answer as it is. */
final class AnswerRefused extends ProblemException {

    AnswerRefused() {
        super("answer-refused", "The answer cannot be stored as it is.");
    }
}
