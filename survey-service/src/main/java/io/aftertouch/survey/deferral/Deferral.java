package io.aftertouch.survey.deferral;

import java.time.Duration;
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

    /** The person is not free yet, though it was said so: it is judged when they are. */
    void waitOn(Instant freeAt) {
        nextAttemptAt = freeAt;
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

    /** Whether being free only then is no more than a delay of what was said. */
    boolean isOnlyLate(Instant freeAt, Duration grace) {
        return !freeAt.isAfter(dueAt.plus(grace));
    }

    /** When asking comes too late. */
    Instant deadline(Duration grace) {
        Instant late = dueAt.plus(grace);
        return late.isAfter(deadlineAt) ? late : deadlineAt;
    }
}
