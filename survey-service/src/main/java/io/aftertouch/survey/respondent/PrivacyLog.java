package io.aftertouch.survey.respondent;

import java.time.Clock;
import java.time.Instant;
import java.util.List;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;

import io.aftertouch.platform.id.Ids;
import org.hibernate.Session;

/** Who saw all that is kept of somebody, and who erased somebody. Whom it was about is known again by the reference, and cannot be read. */
@Singleton
public class PrivacyLog {

    private final EntityManager database;
    private final RespondentSeal seal;
    private final Ids ids;
    private final Clock clock;

    PrivacyLog(EntityManager database, RespondentSeal seal, Ids ids, Clock clock) {
        this.database = database;
        this.seal = seal;
        this.ids = ids;
        this.clock = clock;
    }

    /** What is written down. */
    public enum Act {
        EXPORTED,
        ERASED
    }

    /** @param by a person, or {@code key:<id>} */
    public record Entry(Act act, String by, Instant at) {}

    /** Writes an act down in the open transaction. */
    public void write(Act act, String ref, String by) {
        database.createNativeQuery("INSERT INTO privacy_act (id, act, subject, by_whom, at)"
                        + " VALUES (:id, :act, :subject, :by, :at)")
                .setParameter("id", ids.next())
                .setParameter("act", act.name())
                .setParameter("subject", sealed(ref))
                .setParameter("by", by)
                .setParameter("at", clock.instant())
                .executeUpdate();
    }

    /** The latest acts about anybody, the last one first. */
    public List<Entry> latest(int limit) {
        return entries("ORDER BY id DESC LIMIT :limit", query -> query.setParameter("limit", limit));
    }

    /** All acts about a reference, the last one first. */
    public List<Entry> about(String ref) {
        return entries(
                "WHERE subject = :subject ORDER BY id DESC", query -> query.setParameter("subject", sealed(ref)));
    }

    private List<Entry> entries(
            String which, java.util.function.Consumer<org.hibernate.query.NativeQuery<?>> parameters) {
        var query = database.unwrap(Session.class)
                .createNativeQuery("SELECT act, by_whom, at FROM privacy_act " + which, Object[].class)
                .addScalar("act", String.class)
                .addScalar("by_whom", String.class)
                .addScalar("at", Instant.class);
        parameters.accept(query);
        return query.getResultList().stream()
                .map(row -> new Entry(Act.valueOf((String) row[0]), (String) row[1], (Instant) row[2]))
                .toList();
    }

    private String sealed(String ref) {
        return seal.sealed(Subjects.ofReference(ref));
    }
}
