package io.aftertouch.platform.paging;

import io.aftertouch.platform.problem.ProblemException;

final class InvalidCursor extends ProblemException {

    InvalidCursor() {
        super("invalid-cursor", "The cursor is not one that this address gave.");
    }
}
