package io.aftertouch.survey.event;

import io.aftertouch.survey.judging.Occurrence;

/** What makes an event the same event however often it is told: the source and its name there. */
record EventName(String source, String id) {

    static EventName of(Occurrence occurrence) {
        return new EventName(occurrence.source(), occurrence.id());
    }
}
