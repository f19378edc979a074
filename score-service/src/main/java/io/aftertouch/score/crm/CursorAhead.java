package io.aftertouch.score.crm;

import io.aftertouch.platform.problem.ProblemException;

/** A place in the feed that was never given: by another installation, or before a backup was restored. Waiting there would miss changes. */
final class CursorAhead extends ProblemException {

    CursorAhead() {
        super("invalid-cursor", "The feed has not come as far as this cursor says. Read it from its start again.");
    }
}
