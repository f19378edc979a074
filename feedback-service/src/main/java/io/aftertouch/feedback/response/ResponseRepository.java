package io.aftertouch.feedback.response;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;

import io.aftertouch.platform.id.UuidBytes;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** The answers, for whoever reads them. They are written by the {@link AnswerTransaction}. */
@ApplicationScoped
public class ResponseRepository implements PanacheRepositoryBase<SurveyResponse, UUID> {

    private final DataSource database;
    private final ResponseTable table;

    ResponseRepository(DataSource database, ResponseTable table) {
        this.database = database;
        this.table = table;
    }

    /**
     * The answer that an invitation got, if it got one. Most of those who open a form or send it have not answered: that is found out without the
     * session that an entity lives in.
     */
    public Optional<SurveyResponse> toInvitation(UUID invitation) {
        byte[] key = Answer.keyOf(invitation);
        return isKnown(key) ? find("answerKey", (Object) key).firstResultOptional() : Optional.empty();
    }

    private boolean isKnown(byte[] key) {
        try (Connection connection = database.getConnection()) {
            return !table.known(connection, List.of(key)).isEmpty();
        } catch (SQLException e) {
            throw new ReadingFailure(e);
        }
    }

    /** The answer that was sent with a form behind a public link, if it was sent. */
    public Optional<SurveyResponse> throughLink(String submission) {
        return find("answerKey", (Object) Answer.keyOf(submission)).firstResultOptional();
    }

    /** What a respondent answered before a given answer, latest first. */
    public List<SurveyResponse> earlierOf(SurveyResponse response, int limit) {
        if (response.respondentRef() == null) {
            return List.of();
        }
        return find(
                        "respondentRef = ?1 and answeredAt <= ?2 and id <> ?3 and withdrawnAt is null order by answeredAt desc",
                        response.respondentRef(),
                        response.answeredAt(),
                        response.id())
                .page(0, limit)
                .list();
    }

    /** The answer of a key, which nobody else can change until this transaction ends. */
    Optional<SurveyResponse> lockedByKey(byte[] key) {
        return locked("answer_key", key);
    }

    /** The answer, which nobody else can change until this transaction ends. */
    Optional<SurveyResponse> locked(UUID id) {
        return locked("id", UuidBytes.toBytes(id));
    }

    private Optional<SurveyResponse> locked(String column, byte[] value) {
        List<?> rows = getEntityManager()
                .createNativeQuery("SELECT id FROM response WHERE " + column + " = :value FOR UPDATE")
                .setParameter("value", value)
                .getResultList();
        return rows.isEmpty() ? Optional.empty() : findByIdOptional(UuidBytes.fromBytes((byte[]) rows.getFirst()));
    }

    void keep(ResponseRevision earlier) {
        getEntityManager().persist(earlier);
    }

    /** What an answer said before it was changed, first to last. */
    public List<ResponseRevision> revisionsOf(UUID response) {
        return getEntityManager()
                .createQuery(
                        "from ResponseRevision where ref.responseId = ?1 order by ref.revision", ResponseRevision.class)
                .setParameter(1, response)
                .getResultList();
    }

    /** What an answer said before it was changed is gone with it. */
    void forgetWords(UUID response) {
        getEntityManager()
                .createQuery("delete from ResponseRevision where ref.responseId = ?1")
                .setParameter(1, response)
                .executeUpdate();
    }

    @ActivateRequestContext
    Map<UUID, SurveyResponse> byId(Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return find("id in ?1", ids).stream().collect(Collectors.toMap(SurveyResponse::id, Function.identity()));
    }

    /** All that a respondent answered, first to last, also what was withdrawn. */
    public List<SurveyResponse> allOf(String respondentRef) {
        return list("respondentRef = ?1 order by answeredAt, id", respondentRef);
    }

    /** Some answers of a respondent, which nobody else can change until this transaction ends. */
    List<UUID> lockedOf(String respondentRef, int limit) {
        return ids(getEntityManager()
                .createNativeQuery("SELECT id FROM response WHERE respondent_ref = :ref ORDER BY answered_at LIMIT "
                        + limit + " FOR UPDATE")
                .setParameter("ref", respondentRef)
                .getResultList());
    }

    void lock(Collection<UUID> ids) {
        getEntityManager()
                .createNativeQuery("SELECT id FROM response WHERE id IN (:ids) FOR UPDATE")
                .setParameter("ids", ids.stream().map(UuidBytes::toBytes).toList())
                .getResultList();
    }

    /** Answers that still tell who gave them, in the order of their ids; both ends exclusive. */
    List<UUID> personal(UUID after, UUID before, int limit) {
        return ids(getEntityManager()
                .createNativeQuery("SELECT id FROM response WHERE id > :after AND id < :before"
                        + " AND (respondent_ref IS NOT NULL OR comment IS NOT NULL OR source_id IS NOT NULL OR invitation_id IS NOT NULL)"
                        + " ORDER BY id LIMIT " + limit)
                .setParameter("after", UuidBytes.toBytes(after))
                .setParameter("before", UuidBytes.toBytes(before))
                .getResultList());
    }

    /** Leaves what was answered about what, and nothing of who did so. The keys by which it could be found again become those of nothing. */
    void forget(Collection<UUID> ids) {
        List<byte[]> all = ids.stream().map(UuidBytes::toBytes).toList();
        getEntityManager()
                .createNativeQuery("DELETE FROM response_revision WHERE response_id IN (:ids)")
                .setParameter("ids", all)
                .executeUpdate();
        getEntityManager()
                .createNativeQuery("UPDATE response SET respondent_ref = NULL, comment = NULL, source_id = NULL,"
                        + " invitation_id = NULL, contact_permitted = FALSE, body_digest = REPEAT(CHAR(0), 32),"
                        + " answer_key = UNHEX(SHA2(CONCAT('forgotten ', HEX(id)), 256)) WHERE id IN (:ids)")
                .setParameter("ids", all)
                .executeUpdate();
    }

    private static List<UUID> ids(List<?> rows) {
        return rows.stream().map(row -> UuidBytes.fromBytes((byte[]) row)).toList();
    }
}
