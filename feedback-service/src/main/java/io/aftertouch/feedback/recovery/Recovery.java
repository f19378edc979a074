package io.aftertouch.feedback.recovery;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/**
 * Asks a customer again after the case was resolved, once per case, and keeps the second answer beside the first. WAITING until it is time, then
 * ASKED, of which the service that asks says INVITED, DEFERRED or NOT_INVITED; DROPPED when the case was open again by then. An answer makes it
 * ANSWERED, whatever was said before.
 */
@Entity
@Table(name = "case_recovery")
public class Recovery {

    @Id
    @Column(name = "case_id")
    private UUID caseId;

    @Column(name = "respondent_ref")
    private String respondentRef;

    private String touchpoint;

    @Enumerated(EnumType.STRING)
    private RecoveryState state;

    private String reason;

    @Column(name = "free_at")
    private Instant freeAt;

    @Column(name = "due_at")
    private Instant dueAt;

    @Column(name = "asked_at")
    private Instant askedAt;

    @Column(name = "response_id")
    private UUID responseId;

    @Column(name = "answered_at")
    private Instant answeredAt;

    protected Recovery() {}

    Recovery(UUID caseId, String respondentRef, String touchpoint, Instant dueAt) {
        this.caseId = caseId;
        this.respondentRef = respondentRef;
        plan(touchpoint, dueAt);
    }

    /** The case was resolved, perhaps once more. Whoever was asked is not asked again. */
    void plan(String where, Instant when) {
        if (state == null || state == RecoveryState.WAITING || state == RecoveryState.DROPPED) {
            state = RecoveryState.WAITING;
            touchpoint = where;
            dueAt = when;
        }
    }

    void drop() {
        state = RecoveryState.DROPPED;
    }

    void ask(Instant now) {
        state = RecoveryState.ASKED;
        askedAt = now;
    }

    /** The service that asks has judged it. */
    void judged(RecoveryState outcome, String why, Instant free) {
        if (state == RecoveryState.ANSWERED) {
            return;
        }
        state = outcome;
        reason = why;
        freeAt = free;
    }

    boolean isDue(Instant now) {
        return state == RecoveryState.WAITING && !now.isBefore(dueAt);
    }

    public UUID caseId() {
        return caseId;
    }

    String respondentRef() {
        return respondentRef;
    }

    public String touchpoint() {
        return touchpoint;
    }

    public RecoveryState state() {
        return state;
    }

    /** Why nobody was asked, in the words of the decision ledger; null unless it was NOT_INVITED or DEFERRED. */
    public String reason() {
        return reason;
    }

    /** When the customer may be asked again, if time stood against it. */
    public Instant freeAt() {
        return freeAt;
    }

    public Instant dueAt() {
        return dueAt;
    }

    public Instant askedAt() {
        return askedAt;
    }

    /** The second answer; null while there is none. */
    public UUID responseId() {
        return responseId;
    }

    public Instant answeredAt() {
        return answeredAt;
    }
}
