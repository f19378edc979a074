package io.aftertouch.survey.event;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.inject.Singleton;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

@Singleton
class EventRepository implements PanacheRepositoryBase<TouchpointEvent, UUID> {

    private record Known(UUID id, String sourceId) {}

    private record Visit(String respondentRef, String touchpoint, Instant latest) {}

    /** The ids of those events that there are already. */
    Map<EventName, UUID> known(Collection<EventName> names) {
        Map<EventName, UUID> known = new HashMap<>();
        names.stream()
                .collect(
                        Collectors.groupingBy(EventName::source, Collectors.mapping(EventName::id, Collectors.toSet())))
                .forEach((source, ids) -> find(
                                "select id, sourceId from TouchpointEvent where source = ?1 and sourceId in ?2",
                                source,
                                ids)
                        .project(Known.class)
                        .list()
                        .forEach(found -> known.put(new EventName(source, found.sourceId()), found.id())));
        return known;
    }

    void add(List<TouchpointEvent> events) {
        persist(events);
        flush();
    }

    /** When these people were last at these touchpoints. */
    Whereabouts whereabouts(Collection<String> respondentRefs, Collection<String> touchpoints) {
        Whereabouts whereabouts = new Whereabouts();
        if (!touchpoints.isEmpty()) {
            find(
                            "select respondentRef, touchpoint, max(occurredAt) from TouchpointEvent"
                                    + " where respondentRef in ?1 and touchpoint in ?2 group by respondentRef, touchpoint",
                            respondentRefs,
                            touchpoints)
                    .project(Visit.class)
                    .list()
                    .forEach(visit -> whereabouts.add(visit.respondentRef(), visit.touchpoint(), visit.latest()));
        }
        return whereabouts;
    }
}
