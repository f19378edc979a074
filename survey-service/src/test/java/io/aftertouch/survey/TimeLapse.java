package io.aftertouch.survey;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

import io.aftertouch.platform.retry.RetryOnConflict;

/**
 * Lets time pass for some people, so that no test has to wait for it: whatever was planned for them, or became of their invitations, was so much
 * earlier. The clock of the service goes on as it is.
 */
@ApplicationScoped
public class TimeLapse {

    private static final List<String> OF_INVITATION = List.of(
            "scheduled_at",
            "due_at",
            "expires_at",
            "asked_at",
            "next_attempt_at",
            "sent_at",
            "closed_at",
            "reminder_at",
            "reminded_at");
    private static final List<String> OF_DEFERRAL = List.of("due_at", "deadline_at", "next_attempt_at");

    private final EntityManager entities;

    TimeLapse(EntityManager entities) {
        this.entities = entities;
    }

    /** All of it becomes visible at once. */
    @RetryOnConflict
    @Transactional
    public void passes(Duration time, List<String> refs) {
        earlier("invitation", OF_INVITATION, time, refs);
        earlier("deferral", OF_DEFERRAL, time, refs);
    }

    public void passes(Duration time, String... refs) {
        passes(time, List.of(refs));
    }

    /** As if what was sent to somebody had been sent that much later. */
    @RetryOnConflict
    @Transactional
    public void wasSentLater(Duration by, String ref) {
        earlier("invitation", List.of("asked_at", "sent_at"), by.negated(), List.of(ref));
    }

    private void earlier(String table, List<String> columns, Duration time, List<String> refs) {
        String changes = columns.stream()
                .map(column -> column + " = " + column + " - INTERVAL " + time.toSeconds() + " SECOND")
                .collect(Collectors.joining(", "));
        entities.createNativeQuery("UPDATE " + table + " SET " + changes + " WHERE respondent_ref IN (:refs)")
                .setParameter("refs", refs)
                .executeUpdate();
    }
}
