package io.aftertouch.feedback.reply;

import java.util.UUID;

import io.aftertouch.platform.problem.ProblemException;

/** The case has no reply with this id. */
final class UnknownReply extends ProblemException {

    UnknownReply(UUID id) {
        super("not-found", "The case has no reply " + id + ".");
    }
}
