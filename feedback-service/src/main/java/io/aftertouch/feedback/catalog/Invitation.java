package io.aftertouch.feedback.catalog;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import io.aftertouch.platform.id.UuidBytes;
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

    /** @param row of the columns of {@link InvitationRepository#byToken} */
    Invitation(ResultSet row) throws SQLException {
        id = UuidBytes.fromBytes(row.getBytes("id"));
        tokenHash = row.getBytes("token_hash");
        survey = row.getString("survey");
        surveyVersion = row.getInt("survey_version");
        touchpoint = row.getString("touchpoint");
        touchpointName = row.getString("touchpoint_name");
        channel = row.getString("channel");
        touchpointChannel = row.getString("touchpoint_channel");
        respondentRef = row.getString("respondent_ref");
        locale = row.getString("locale");
        segments = Labels.fromJson(row.getString("segments"));
        attributes = Labels.fromJson(row.getString("attributes"));
        eventSource = row.getString("event_source");
        eventId = row.getString("event_id");
        occurredAt = instant(row, "occurred_at");
        expiresAt = instant(row, "expires_at");
        cancelledAt = instant(row, "cancelled_at");
        expiredAt = instant(row, "expired_at");
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        LocalDateTime at = row.getObject(column, LocalDateTime.class);
        return at == null ? null : at.toInstant(ZoneOffset.UTC);
    }

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
