package io.aftertouch.survey.event;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.inject.Singleton;

import io.aftertouch.platform.sql.ManyRows;
import io.aftertouch.survey.judging.Occurrence;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import org.hibernate.Session;

@Singleton
class EventRepository implements PanacheRepositoryBase<TouchpointEvent, UUID> {

    private static final ManyRows INSERT = new ManyRows(
            "INSERT INTO touchpoint_event (id, source, source_id, touchpoint_key, respondent_ref, occurred_at, received_at,"
                    + " segments, attributes) VALUES",
            "(?, ?, ?, ?, ?, ?, ?, ?, ?)");

    private static final String FORGET = "UPDATE touchpoint_event SET respondent_ref = '', attributes = '{}',"
            + " source_id = CONCAT('erased-', LOWER(HEX(id))) WHERE ";

    /** An event that is to be stored. */
    record NewEvent(UUID id, Occurrence occurrence, String respondentRef) {}

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

    /** Stores events by plain JDBC, many rows at once. */
    void add(List<NewEvent> events, Instant now) {
        List<Object[]> rows = events.stream().map(event -> row(event, now)).toList();
        getEntityManager().unwrap(Session.class).doWork(connection -> INSERT.write(connection, rows));
    }

    private static Object[] row(NewEvent event, Instant now) {
        Occurrence occurrence = event.occurrence();
        return new Object[] {
            event.id(),
            occurrence.source(),
            occurrence.id(),
            occurrence.touchpoint(),
            event.respondentRef(),
            occurrence.occurredAt(),
            now,
            TextMapConverter.write(occurrence.segments()),
            TextMapConverter.write(occurrence.attributes())
        };
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

    List<TouchpointEvent> byIds(Collection<UUID> ids) {
        return list("id in ?1", ids);
    }

    /** When these people were at these touchpoints after a moment. */
    List<Events.Visit> visits(Collection<String> respondentRefs, Collection<String> touchpoints, Instant after) {
        return respondentRefs.isEmpty() || touchpoints.isEmpty()
                ? List.of()
                : find(
                                "select respondentRef, touchpoint, occurredAt from TouchpointEvent"
                                        + " where respondentRef in ?1 and touchpoint in ?2 and occurredAt > ?3",
                                respondentRefs,
                                touchpoints,
                                after)
                        .project(Events.Visit.class)
                        .list();
    }

    /** Events that still tell whom they were about, in the order of their ids; both ends exclusive. */
    List<UUID> personal(UUID after, UUID before, int limit) {
        return find(
                        "select id from TouchpointEvent where id > ?1 and id < ?2 and respondentRef <> '' order by id",
                        after,
                        before)
                .page(0, limit)
                .project(UUID.class)
                .list();
    }

    /** Takes a person out of the events that happened to them; an event also loses the name by which its source would find them. */
    void forget(String respondentRef) {
        getEntityManager()
                .createNativeQuery(FORGET + "respondent_ref = :ref")
                .setParameter("ref", respondentRef)
                .executeUpdate();
    }

    void forget(Collection<UUID> ids) {
        getEntityManager()
                .createNativeQuery(FORGET + "id IN (:ids)")
                .setParameter("ids", ids)
                .executeUpdate();
    }

    /** All that happened to a respondent, first to last. */
    List<TouchpointEvent> of(String respondentRef) {
        return list("respondentRef = ?1 order by occurredAt, id", respondentRef);
    }
}
