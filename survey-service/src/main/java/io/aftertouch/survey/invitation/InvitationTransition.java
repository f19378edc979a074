package io.aftertouch.survey.invitation;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import io.aftertouch.survey.judging.Reason;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** One step in the life of an invitation, written in the transaction that took it and never changed. */
@Entity
@Immutable
@Table(name = "invitation_transition")
class InvitationTransition {

    @Id
    private UUID id;

    private UUID invitationId;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    @Column(length = 32)
    private Step step;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    @Column(length = 16)
    private InvitationState fromState;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    @Column(length = 16)
    private InvitationState toState;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    @Column(length = 32)
    private Reason reason;

    @Column(length = 160)
    private String byWhom;

    private Integer attempt;

    @Column(length = 300)
    private String reply;

    private Instant happenedAt;

    InvitationTransition() {}

    InvitationTransition(
            UUID id, Invitation invitation, Step step, InvitationState from, Reason reason, Cause cause, Instant now) {
        this.id = id;
        this.invitationId = invitation.id();
        this.step = step;
        this.fromState = from;
        this.toState = invitation.state();
        this.reason = reason;
        this.byWhom = cause.by();
        this.attempt = cause.attempt();
        this.reply = cause.reply();
        this.happenedAt = now;
    }

    /** Whether it says the same again: a server that is away for days would fill the history. */
    boolean repeats(Step next, Cause cause) {
        return step == next && reply != null && reply.equals(cause.reply());
    }

    Step step() {
        return step;
    }

    InvitationState from() {
        return fromState;
    }

    InvitationState to() {
        return toState;
    }

    Reason reason() {
        return reason;
    }

    String byWhom() {
        return byWhom;
    }

    Integer attempt() {
        return attempt;
    }

    String reply() {
        return reply;
    }

    Instant happenedAt() {
        return happenedAt;
    }
}
