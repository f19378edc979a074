package io.aftertouch.survey.event;

import io.aftertouch.platform.problem.ProblemException;

/** The database does not take this event as it is. */
final class EventRefused extends ProblemException {

    EventRefused() {
        super("event-refused", "The event cannot be stored as it is.");
    }
}
