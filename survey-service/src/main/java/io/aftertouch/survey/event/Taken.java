package io.aftertouch.survey.event;

/** What became of one event. */
sealed interface Taken {

    /** It is stored, now or before, and judged. */
    record Accepted(EventAnswer answer) implements Taken {}

    /** It is not stored, and this is why. */
    record Refused(RuntimeException reason) implements Taken {}
}
