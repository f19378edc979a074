package io.aftertouch.survey.bounce;

import io.aftertouch.platform.problem.ProblemException;

final class UnreadableReport extends ProblemException {

    UnreadableReport() {
        super("unreadable-report", "This is no delivery report that names a recipient and what became of the e-mail.");
    }
}
