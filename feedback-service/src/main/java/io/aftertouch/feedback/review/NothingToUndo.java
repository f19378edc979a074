package io.aftertouch.feedback.review;

import io.aftertouch.platform.problem.ProblemException;

/** The last thing that happened to the case is no step that the caller could undo. */
final class NothingToUndo extends ProblemException {

    NothingToUndo() {
        super("nothing-to-undo", "The last step of the case is not one of yours that can be undone.");
    }
}
