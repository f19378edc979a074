package io.aftertouch.feedback.reply;

import io.aftertouch.platform.problem.FieldError;
import io.aftertouch.platform.problem.ProblemException;

/** What is to be sent is no reply. */
final class InvalidReply extends ProblemException {

    InvalidReply(String field, String message) {
        super("invalid-request", "The reply is not as it must be.", new FieldError(field, message));
    }
}
