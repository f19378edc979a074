package io.aftertouch.survey.event;

import io.aftertouch.platform.problem.FieldError;
import io.aftertouch.platform.problem.ProblemException;

final class ImplausibleTime extends ProblemException {

    private ImplausibleTime(String detail, String message) {
        super("implausible-time", detail, new FieldError("occurredAt", message));
    }

    static ImplausibleTime future() {
        return new ImplausibleTime("The event has not happened yet.", "must not lie in the future");
    }

    static ImplausibleTime past() {
        return new ImplausibleTime("The event happened too long ago to be taken.", "lies too far in the past");
    }
}
