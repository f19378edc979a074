package io.aftertouch.feedback.reply;

import io.aftertouch.platform.problem.ProblemException;

/** Nobody may, or nobody can, write to this customer. */
public final class ReplyRefused extends ProblemException {

    private ReplyRefused(String why) {
        super("reply-refused", why);
    }

    static ReplyRefused notPermitted() {
        return new ReplyRefused("The customer has not allowed to be contacted about this answer.");
    }

    static ReplyRefused notToTryAgain() {
        return new ReplyRefused("Only the last reply of a case can be sent again, once it is known not to arrive.");
    }

    static ReplyRefused nobodyNamed() {
        return new ReplyRefused("The answer does not say who gave it, so there is nobody to write to.");
    }
}
