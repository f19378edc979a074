package io.aftertouch.survey.deferral;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A decision that was deferred and waits to be judged again. The row goes when another decision takes its place. */
@Entity
@Table(name = "deferral")
class Deferral {

    @Id
    private UUID id;

    private UUID eventId;

    private UUID ruleId;

    @Column(length = 128)
    private String respondentRef;

    private Instant dueAt;

    private Instant deadlineAt;

    private Instant nextAttemptAt;

    Deferral() {}

    /** Nobody else judges it until then; after that, whoever comes first. */
    void lease(Instant until) {
        nextAttemptAt = until;
    }

    /** The decision that deferred. */
    UUID id() {
        return id;
    }

    UUID eventId() {
        return eventId;
    }

    UUID ruleId() {
        return ruleId;
    }

    String respondentRef() {
        return respondentRef;
    }

    Instant deadlineAt() {
        return deadlineAt;
    }
}
