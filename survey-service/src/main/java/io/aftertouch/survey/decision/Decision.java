package io.aftertouch.survey.decision;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import io.aftertouch.survey.judging.Outcome;
import io.aftertouch.survey.judging.Reason;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * A row of the ledger: what became of one rule for one event, and why. Without a rule when none waits at the touchpoint. What was deferred is
 * superseded when it is judged again, by a row that says what it replaces.
 */
@Entity
@Immutable
@Table(name = "decision")
public class Decision {

    @Id
    private UUID id;

    private UUID eventId;

    @Column(name = "touchpoint_key", length = 64)
    private String touchpoint;

    @Column(length = 128)
    private String respondentRef;

    private UUID ruleId;

    @Column(name = "survey_key", length = 64)
    private String survey;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    @Column(length = 16)
    private Outcome outcome;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    @Column(length = 32)
    private Reason reason;

    private Instant freeAt;

    private UUID invitationId;

    private Instant decidedAt;

    private UUID profileId;

    private UUID replacesId;

    private Instant supersededAt;

    Decision() {}

    /**
     * What was decided about.
     *
     * @param segments what the respondent was at that moment
     */
    public record Subject(UUID eventId, String touchpoint, String respondentRef, Map<String, String> segments) {}

    UUID id() {
        return id;
    }

    UUID eventId() {
        return eventId;
    }

    String touchpoint() {
        return touchpoint;
    }

    String respondentRef() {
        return respondentRef;
    }

    Instant decidedAt() {
        return decidedAt;
    }

    /** The deferred decision that this one follows. */
    Optional<UUID> replaces() {
        return Optional.ofNullable(replacesId);
    }

    /** When another decision took the place of this one, which only deferred. */
    Optional<Instant> supersededAt() {
        return Optional.ofNullable(supersededAt);
    }

    /** What was decided; the deadline of what is deferred stands where it waits. */
    public Verdict verdict() {
        return new Verdict(
                Optional.ofNullable(ruleId),
                Optional.ofNullable(survey),
                outcome,
                reason,
                Optional.ofNullable(freeAt),
                Optional.empty(),
                Optional.ofNullable(invitationId));
    }
}
