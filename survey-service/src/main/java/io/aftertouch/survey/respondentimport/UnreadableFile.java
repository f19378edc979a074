package io.aftertouch.survey.respondentimport;

import io.aftertouch.platform.problem.FieldError;
import io.aftertouch.platform.problem.ProblemException;

/** The file as a whole cannot be imported; nothing of it was. */
final class UnreadableFile extends ProblemException {

    UnreadableFile(String detail, String field, String message) {
        super("unreadable-file", detail, new FieldError(field, message));
    }

    static UnreadableFile at(long line, String message) {
        return new UnreadableFile("The file cannot be read at line " + line + ".", "line " + line, message);
    }
}
