package io.aftertouch.survey.event;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.inject.Singleton;

import io.aftertouch.survey.judging.Occurrence;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

@Singleton
class EventRepository implements PanacheRepositoryBase<TouchpointEvent, UUID> {

    private static final String INSERT = """
            INSERT IGNORE INTO touchpoint_event
                (id, source, source_id, touchpoint_key, respondent_ref, occurred_at, received_at, segments, attributes)
            VALUES (:id, :source, :sourceId, :touchpoint, :respondent, :occurredAt, :receivedAt, :segments, :attributes)
            """;

    /** Tells whether the event is new. Waits for whoever is taking the same event right now. */
    boolean add(UUID id, Occurrence occurrence, String respondentRef, Instant now) {
        return getEntityManager()
                        .createNativeQuery(INSERT)
                        .setParameter("id", id)
                        .setParameter("source", occurrence.source())
                        .setParameter("sourceId", occurrence.id())
                        .setParameter("touchpoint", occurrence.touchpoint())
                        .setParameter("respondent", respondentRef)
                        .setParameter("occurredAt", occurrence.occurredAt())
                        .setParameter("receivedAt", now)
                        .setParameter("segments", TextMapConverter.write(occurrence.segments()))
                        .setParameter("attributes", TextMapConverter.write(occurrence.attributes()))
                        .executeUpdate()
                > 0;
    }

    UUID idOf(Occurrence occurrence) {
        return find("source = ?1 and sourceId = ?2", occurrence.source(), occurrence.id())
                .singleResult()
                .id();
    }

    /** Where a respondent has been after a moment. */
    Set<String> touchpointsSince(String respondentRef, Instant moment) {
        return find(
                        "select distinct touchpoint from TouchpointEvent where respondentRef = ?1 and occurredAt > ?2",
                        respondentRef,
                        moment)
                .project(String.class)
                .stream()
                .collect(Collectors.toSet());
    }
}
