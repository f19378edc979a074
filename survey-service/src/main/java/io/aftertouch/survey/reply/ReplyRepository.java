package io.aftertouch.survey.reply;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.inject.Singleton;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;

/** The replies. */
@Singleton
class ReplyRepository implements PanacheRepositoryBase<Reply, UUID> {

    /** Waiting replies whose time has come, which nobody else gets until this transaction ends. */
    List<Reply> claimDue(Instant now, int limit) {
        return query("state = 'WAITING' AND next_attempt_at <= :now ORDER BY next_attempt_at LIMIT :limit"
                        + " FOR UPDATE SKIP LOCKED")
                .setParameter("now", now)
                .setParameter("limit", limit)
                .getResultList();
    }

    /** The reply, held until this transaction ends. */
    Optional<Reply> lock(UUID id) {
        return query("id = :id FOR UPDATE").setParameter("id", id).getResultList().stream()
                .findFirst();
    }

    /** What waits to be sent to a respondent, held until this transaction ends. */
    List<Reply> lockWaiting(String respondentRef) {
        return query("respondent_ref = :ref AND state = 'WAITING' FOR UPDATE")
                .setParameter("ref", respondentRef)
                .getResultList();
    }

    /** Nothing tells any more to whom these replies went. */
    void forget(String respondentRef) {
        update("respondentRef = '', mailbox = null where respondentRef = ?1", respondentRef);
    }

    /** The replies to a respondent, first to last. */
    List<Reply> to(String respondentRef) {
        return list("respondentRef = ?1 order by receivedAt, id", respondentRef);
    }

    /** Replies that still tell to whom they went, in the order of their ids; both ends exclusive. */
    List<UUID> personal(UUID after, UUID before, int limit) {
        return find("select id from Reply where id > ?1 and id < ?2 and respondentRef <> '' order by id", after, before)
                .page(0, limit)
                .project(UUID.class)
                .list();
    }

    void forget(Collection<UUID> ids) {
        update("respondentRef = '', mailbox = null where id in ?1", ids);
    }

    private NativeQuery<Reply> query(String condition) {
        return getEntityManager()
                .unwrap(Session.class)
                .createNativeQuery("SELECT * FROM reply WHERE " + condition, Reply.class);
    }
}
