package io.aftertouch.survey.event;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
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

    /** An event that was taken. */
    public record Past(UUID id, Occurrence occurrence, String respondentRef, Instant receivedAt) {}

    /** All that happened to a respondent, first to last. */
    public List<Past> of(String respondentRef) {
        return events.of(respondentRef).stream().map(Events::past).toList();
    }

    public List<Past> byIds(Collection<UUID> ids) {
        return ids.isEmpty()
                ? List.of()
                : events.byIds(ids).stream().map(Events::past).toList();
    }

    private static Past past(TouchpointEvent event) {
        return new Past(event.id(), event.occurrence(), event.respondentRef(), event.receivedAt());
    }

    /** That somebody was at a touchpoint. */
    public record Visit(String respondentRef, String touchpoint, Instant at) {}

    /** When these people were at these touchpoints after a moment. */
    public List<Visit> visits(Collection<String> respondentRefs, Collection<String> touchpoints, Instant after) {
        return events.visits(respondentRefs, touchpoints, after);
    }
}
