package io.aftertouch.survey.decision;

import java.time.Instant;
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

/** A row of the ledger: what became of one rule for one event, and why. Without a rule when none waits at the touchpoint. */
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

    Decision() {}

    Decision(UUID id, Subject subject, Verdict verdict, Instant now) {
        this.id = id;
        this.eventId = subject.eventId();
        this.touchpoint = subject.touchpoint();
        this.respondentRef = subject.respondentRef();
        this.ruleId = verdict.rule().orElse(null);
        this.survey = verdict.survey().orElse(null);
        this.outcome = verdict.outcome();
        this.reason = verdict.reason();
        this.freeAt = verdict.freeAt().orElse(null);
        this.invitationId = verdict.invitation().orElse(null);
        this.decidedAt = now;
    }

    /** What was decided about. */
    public record Subject(UUID eventId, String touchpoint, String respondentRef) {}

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

    /** What was decided. */
    public Verdict verdict() {
        return new Verdict(
                Optional.ofNullable(ruleId),
                Optional.ofNullable(survey),
                outcome,
                reason,
                Optional.ofNullable(freeAt),
                Optional.ofNullable(invitationId));
    }
}
