package io.aftertouch.survey.deferral;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Singleton;

import io.aftertouch.survey.respondent.Respondent;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;

@Singleton
class DeferralRepository implements PanacheRepositoryBase<Deferral, UUID> {

    private static final String DUE =
            "SELECT * FROM deferral WHERE next_attempt_at <= :now ORDER BY next_attempt_at LIMIT :limit FOR UPDATE SKIP LOCKED";

    private static final String OF_PERSON = """
            SELECT d.id FROM deferral d WHERE d.respondent_ref = :ref AND d.due_at <= :now
            UNION
            SELECT d.id FROM respondent r JOIN deferral d ON d.respondent_ref = r.ref
            WHERE r.email_contact = :email AND d.due_at <= :now
            UNION
            SELECT d.id FROM respondent r JOIN deferral d ON d.respondent_ref = r.ref
            WHERE r.phone_contact = :phone AND d.due_at <= :now
            """;

    /** Due ones that nobody else is working on, held until the transaction ends. */
    List<Deferral> claimDue(Instant now, int limit) {
        return query(DUE, Deferral.class)
                .setParameter("now", now)
                .setParameter("limit", limit)
                .getResultList();
    }

    /** What is due for a reference alone. */
    List<Deferral> dueOf(String ref, Instant now) {
        return list("respondentRef = ?1 and dueAt <= ?2", ref, now);
    }

    /** What is due for a person, under every reference that shares an address with them. The caller holds the person. */
    List<Deferral> dueOf(Respondent person, Instant now) {
        List<UUID> ids = query(OF_PERSON, Object.class)
                .addScalar("id", UUID.class)
                .setParameter("ref", person.ref())
                .setParameter("email", person.emailContact().orElse(null))
                .setParameter("phone", person.phoneContact().orElse(null))
                .setParameter("now", now)
                .getResultList()
                .stream()
                .map(UUID.class::cast)
                .toList();
        return ids.isEmpty() ? List.of() : list("id in ?1", ids);
    }

    /** What waits for a reference, due or not. */
    List<Deferral> of(String ref) {
        return list("respondentRef", ref);
    }

    /** Judges nothing of a person again. */
    void forget(String respondentRef) {
        delete("respondentRef", respondentRef);
    }

    private <T> NativeQuery<T> query(String sql, Class<T> type) {
        return getEntityManager().unwrap(Session.class).createNativeQuery(sql, type);
    }
}
