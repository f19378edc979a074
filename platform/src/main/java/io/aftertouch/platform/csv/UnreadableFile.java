package io.aftertouch.platform.csv;

import io.aftertouch.platform.problem.FieldError;
import io.aftertouch.platform.problem.ProblemException;

/** A file that was sent cannot be read, as a whole or from some line on. */
public final class UnreadableFile extends ProblemException {

    public UnreadableFile(String detail, String field, String message) {
        super("unreadable-file", detail, new FieldError(field, message));
    }

    static UnreadableFile at(long line, String message) {
        return new UnreadableFile(
                "The file cannot be read at line " + line + ": it " + message + ".", "line " + line, message);
    }
}
