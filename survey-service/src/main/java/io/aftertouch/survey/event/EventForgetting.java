package io.aftertouch.survey.event;

import jakarta.inject.Singleton;

import io.aftertouch.survey.respondent.PersonalData;
import io.aftertouch.survey.respondent.Respondent;

/** Keeps of an erased respondent's events that they happened, where, when and in which segments: neither to whom nor under which name. */
@Singleton
class EventForgetting implements PersonalData {

    private final EventRepository events;

    EventForgetting(EventRepository events) {
        this.events = events;
    }

    @Override
    public void forget(Respondent person) {
        events.forget(person.ref());
    }
}
