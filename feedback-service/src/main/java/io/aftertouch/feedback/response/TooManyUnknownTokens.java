package io.aftertouch.feedback.response;

import io.aftertouch.platform.problem.ProblemException;

/** This address has tried too many tokens that no invitation has. */
final class TooManyUnknownTokens extends ProblemException {

    TooManyUnknownTokens() {
        super("too-many-unknown-tokens", "Too many tokens that no invitation has came from this address.");
    }
}
