package io.aftertouch.feedback.catalog;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.hibernate.annotations.Immutable;

/**
 * Permission to answer once, as survey-service announced it. Its life is told by separate events that may come in any order; each fills its own
 * columns, and only what is scheduled has a token by which it can be found.
 */
@Entity
@Immutable
@Table(name = "invitation")
public class Invitation {

    @Id
    private UUID id;

    @Column(name = "token_hash", columnDefinition = "binary(32)")
    private byte[] tokenHash;

    private String survey;

    @Column(name = "survey_version")
    private Integer surveyVersion;

    private String touchpoint;

    @Column(name = "touchpoint_name")
    private String touchpointName;

    private String channel;

    @Column(name = "touchpoint_channel")
    private String touchpointChannel;

    @Column(name = "respondent_ref")
    private String respondentRef;

    private String locale;

    @Convert(converter = LabelsConverter.class)
    @Column(columnDefinition = "json")
    private Map<String, String> segments;

    @Convert(converter = LabelsConverter.class)
    @Column(columnDefinition = "json")
    private Map<String, String> attributes;

    @Column(name = "event_source")
    private String eventSource;

    @Column(name = "event_id")
    private String eventId;

    @Column(name = "occurred_at")
    private Instant occurredAt;

    @Column(name = "expires_at")
    private Instant expiresAt;

    @Column(name = "cancelled_at")
    private Instant cancelledAt;

    @Column(name = "expired_at")
    private Instant expiredAt;

    protected Invitation() {}

    public UUID id() {
        return id;
    }

    public SurveyRef survey() {
        return new SurveyRef(survey, surveyVersion);
    }

    public String touchpoint() {
        return touchpoint;
    }

    public String touchpointName() {
        return touchpointName;
    }

    /** Whether it went out by e-mail, so that there is an address to answer to. */
    public boolean isByEmail() {
        return "EMAIL".equals(channel);
    }

    /** The channel of the contact that is asked about. */
    public String touchpointChannel() {
        return touchpointChannel;
    }

    public String respondentRef() {
        return respondentRef;
    }

    public Optional<String> locale() {
        return Optional.ofNullable(locale);
    }

    public Map<String, String> segments() {
        return segments;
    }

    public Map<String, String> attributes() {
        return attributes;
    }

    /** Where the event was told from that led to it, and by which name. */
    public String eventSource() {
        return eventSource;
    }

    public String eventId() {
        return eventId;
    }

    public Instant expiresAt() {
        return expiresAt;
    }

    public Instant occurredAt() {
        return occurredAt;
    }

    /** Whether it still takes an answer, as far as its own life goes. */
    public boolean isOpenAt(Instant now) {
        return cancelledAt == null && expiredAt == null && now.isBefore(expiresAt);
    }
}
