package io.aftertouch.survey.respondent;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** Who asked to be erased. */
@ApplicationScoped
public class ErasureRequestRepository implements PanacheRepositoryBase<ErasureRequest, String>, PersonalData {

    /** Asking twice is asking once, at the first time. */
    public void ask(String ref, Instant now) {
        getEntityManager()
                .createNativeQuery("INSERT IGNORE INTO erasure_request (respondent_ref, asked_at) VALUES (:ref, :now)")
                .setParameter("ref", ref)
                .setParameter("now", now)
                .executeUpdate();
    }

    /** Tells whether there was a request. */
    public boolean end(String ref) {
        return delete("respondentRef", ref) > 0;
    }

    public Optional<ErasureRequest> of(String ref) {
        return find("respondentRef", ref).firstResultOptional();
    }

    /** Those who wait longest first, after one of them if there is one. */
    public List<ErasureRequest> waiting(Instant after, String afterRef, int limit) {
        return (after == null
                        ? find("order by askedAt, respondentRef")
                        : find(
                                "askedAt > ?1 or askedAt = ?1 and respondentRef > ?2 order by askedAt, respondentRef",
                                after,
                                afterRef))
                .page(0, limit)
                .list();
    }

    @Override
    public void forget(Respondent person) {
        end(person.ref());
    }
}
