package io.aftertouch.feedback.review;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.hibernate.annotations.Immutable;

/** One line of a case's history. Lines are only ever added. */
@Entity
@Immutable
@Table(name = "case_history")
public class CaseStep {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long seq;

    @Column(name = "case_id")
    private UUID caseId;

    @Enumerated(EnumType.STRING)
    private Step step;

    @Enumerated(EnumType.STRING)
    private CaseState state;

    private String actor;

    @Column(columnDefinition = "text")
    private String text;

    private Instant at;

    @Column(name = "reply_id")
    private UUID replyId;

    protected CaseStep() {}

    CaseStep(UUID caseId, Step step, CaseState state, String actor, String text, Instant at) {
        this.caseId = caseId;
        this.step = step;
        this.state = state;
        this.actor = actor;
        this.text = text;
        this.at = at;
    }

    /** The same line, about something that was written to the customer. */
    CaseStep about(UUID reply) {
        replyId = reply;
        return this;
    }

    /** Grows with every step of every case: the event id of the live stream. */
    public long seq() {
        return seq;
    }

    public UUID caseId() {
        return caseId;
    }

    public Step step() {
        return step;
    }

    /** The state that the step led to. */
    public CaseState state() {
        return state;
    }

    /** Who did it; null when the suite did. */
    public String actor() {
        return actor;
    }

    /** The note, the outcome or the reason; may be null. */
    public String text() {
        return text;
    }

    /** What was written to the customer; null when the step is about something else. */
    public UUID replyId() {
        return replyId;
    }

    public Instant at() {
        return at;
    }
}
