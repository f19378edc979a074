package io.aftertouch.platform.csv;

import io.aftertouch.platform.problem.ProblemException;

/** The file is no CSV, or stops being one at some line. */
public final class InvalidCsv extends ProblemException {

    public InvalidCsv(String detail) {
        super("invalid-csv", detail);
    }
}
