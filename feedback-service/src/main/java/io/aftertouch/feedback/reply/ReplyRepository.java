package io.aftertouch.feedback.reply;

import java.util.Collection;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** What was written to customers. */
@ApplicationScoped
public class ReplyRepository implements PanacheRepositoryBase<Reply, UUID> {

    /** The replies of a case, first to last. */
    public List<Reply> of(UUID caseId) {
        return list("caseId = ?1 order by writtenAt, id", caseId);
    }

    /** Those cases of some answers in which somebody wrote to the customer. */
    List<UUID> casesOf(Collection<UUID> responses) {
        return getEntityManager()
                .createQuery(
                        "select distinct r.caseId from Reply r join ReviewCase c on c.id = r.caseId where c.responseId in :responses",
                        UUID.class)
                .setParameter("responses", responses)
                .getResultList();
    }

    /** Keeps of the replies of some cases that they were written, and what became of them. One that was not sent yet is not. */
    void forgetWords(Collection<UUID> cases) {
        update("subject = '', text = '', diagnostic = null where caseId in ?1", cases);
        update(
                "state = ?1, reason = ?2, settledAt = writtenAt where caseId in ?3 and state = ?4",
                ReplyState.FAILED,
                ReplyFailure.ERASED,
                cases,
                ReplyState.WAITING);
    }
}
