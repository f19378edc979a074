package io.aftertouch.feedback.reply;

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
}
