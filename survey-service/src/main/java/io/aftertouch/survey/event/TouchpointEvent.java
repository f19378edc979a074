package io.aftertouch.survey.event;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import io.aftertouch.survey.judging.Occurrence;
import org.hibernate.annotations.Immutable;

/** What a source system said happened to one respondent at one touchpoint. Said once, whatever it repeats. */
@Entity
@Immutable
@Table(name = "touchpoint_event")
class TouchpointEvent {

    @Id
    private UUID id;

    @Column(length = 64)
    private String source;

    @Column(length = 128)
    private String sourceId;

    @Column(name = "touchpoint_key", length = 64)
    private String touchpoint;

    @Column(length = 128)
    private String respondentRef;

    private Instant occurredAt;

    private Instant receivedAt;

    @Convert(converter = TextMapConverter.class)
    @Column(columnDefinition = "longtext")
    private Map<String, String> segments;

    @Convert(converter = TextMapConverter.class)
    @Column(columnDefinition = "longtext")
    private Map<String, String> attributes;

    TouchpointEvent() {}

    UUID id() {
        return id;
    }

    String respondentRef() {
        return respondentRef;
    }

    Instant receivedAt() {
        return receivedAt;
    }

    /** As the judge sees it. */
    Occurrence occurrence() {
        return new Occurrence(source, sourceId, touchpoint, occurredAt, segments, attributes);
    }
}
