package io.aftertouch.survey.event;

import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import jakarta.inject.Singleton;

import io.aftertouch.survey.judging.Occurrence;

/** What happened, as other features may see it. */
@Singleton
public class Events {

    private final EventRepository events;

    Events(EventRepository events) {
        this.events = events;
    }

    /** An event as the judge sees it; empty when it is not kept any more. */
    public Optional<Occurrence> occurrence(UUID id) {
        return events.findByIdOptional(id).map(TouchpointEvent::occurrence);
    }

    /** Which of these touchpoints a respondent has been at after a moment. */
    public Set<String> visitedSince(String respondentRef, Collection<String> touchpoints, Instant moment) {
        return events.whereabouts(Set.of(respondentRef), touchpoints).since(respondentRef, moment);
    }
}
