package io.aftertouch.feedback.suspected;

import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.aftertouch.feedback.response.SurveyResponse;
import io.aftertouch.platform.id.UuidBytes;
import io.aftertouch.platform.paging.Cursor;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;

import static java.time.ZoneOffset.UTC;

/** The suspected answers. */
@ApplicationScoped
public class SuspectedAnswerRepository implements PanacheRepositoryBase<SuspectedAnswer, UUID> {

    private static final String SUPERSEDE = """
            UPDATE suspected_answer SET state = 'SUPERSEDED', response_id = NULL, changed_by = NULL, changed_at = ?
            WHERE answer_key = ? AND body_digest <> ?
            """;

    private static final String CONFIRM = """
            UPDATE suspected_answer SET state = 'CONFIRMED', response_id = ?, changed_by = NULL, changed_at = ?
            WHERE answer_key = ? AND body_digest = ?
            """;

    private static final String CARRY_EVIDENCE = """
            UPDATE response SET evidence = (SELECT evidence FROM suspected_answer WHERE answer_key = ? AND body_digest = ?) WHERE id = ?
            """;

    /**
     * Those in one state, sent last first.
     *
     * @param touchpoint its key, or null for any
     * @param respondent the reference of whoever was asked, or null for anybody
     */
    List<SuspectedAnswer> inState(SuspectedState state, String touchpoint, String respondent, Cursor after, int limit) {
        StringBuilder query = new StringBuilder("state = :state");
        Parameters parameters = Parameters.with("state", state);
        if (touchpoint != null) {
            query.append(" and touchpoint = :touchpoint");
            parameters.and("touchpoint", touchpoint);
        }
        if (respondent != null) {
            query.append(" and respondentRef = :respondent");
            parameters.and("respondent", respondent);
        }
        if (after != null) {
            query.append(" and (sentAt < :at or (sentAt = :at and id < :id))");
            parameters.and("at", after.instant(0)).and("id", after.uuid(1));
        }
        return find(query + " order by sentAt desc, id desc", parameters)
                .page(0, limit)
                .list();
    }

    static String cursorAfter(SuspectedAnswer last) {
        return Cursor.encode(last.sentAt(), last.id());
    }

    long howMany(SuspectedState state) {
        return count("state", state);
    }

    /** How many different ones were sent in the place of one answer. */
    long ofKey(byte[] answerKey) {
        return count("answerKey", (Object) answerKey);
    }

    /** Those that nobody has decided about, in the place of one answer. */
    List<SuspectedAnswer> waiting(byte[] answerKey) {
        return list("answerKey = ?1 and state = ?2 order by sentAt, id", answerKey, SuspectedState.WAITING);
    }

    boolean isKept(byte[] answerKey, byte[] bodyDigest) {
        return count("answerKey = ?1 and bodyDigest = ?2", answerKey, bodyDigest) > 0;
    }

    /** The answer, which nobody else can change until this transaction ends. */
    Optional<SuspectedAnswer> locked(UUID id) {
        List<?> rows = getEntityManager()
                .createNativeQuery("SELECT id FROM suspected_answer WHERE id = :id FOR UPDATE")
                .setParameter("id", UuidBytes.toBytes(id))
                .getResultList();
        return rows.isEmpty() ? Optional.empty() : findByIdOptional(id);
    }

    /** Lets what is kept in the place of these answers follow them, in their transaction: the one that says the same is confirmed by it. */
    void settle(Connection connection, List<SurveyResponse> recorded, Instant now) throws SQLException {
        Set<ByteBuffer> kept = keysAmong(connection, recorded);
        if (kept.isEmpty()) {
            return;
        }
        LocalDateTime at = LocalDateTime.ofInstant(now, UTC);
        for (SurveyResponse response : recorded) {
            if (kept.contains(ByteBuffer.wrap(response.answerKey()))) {
                byte[] id = UuidBytes.toBytes(response.id());
                run(connection, SUPERSEDE, at, response.answerKey(), response.bodyDigest());
                run(connection, CONFIRM, id, at, response.answerKey(), response.bodyDigest());
                run(connection, CARRY_EVIDENCE, response.answerKey(), response.bodyDigest(), id);
            }
        }
    }

    /** The respondent changed the response that was made of one: it is the respondent's own now. */
    void supersede(UUID response, Instant now) {
        update(
                "state = ?1, responseId = null, changedBy = null, changedAt = ?2 where responseId = ?3",
                SuspectedState.SUPERSEDED,
                now,
                response);
    }

    /** All that was suspected to be an answer of a respondent, first to last. */
    public List<SuspectedAnswer> of(String respondentRef) {
        return list("respondentRef = ?1 order by sentAt, id", respondentRef);
    }

    /** Those between two ids, both exclusive, in their order. */
    List<UUID> between(UUID after, UUID before, int limit) {
        return find("select id from SuspectedAnswer where id > ?1 and id < ?2 order by id", after, before)
                .page(0, limit)
                .project(UUID.class)
                .list();
    }

    void drop(Collection<UUID> ids) {
        delete("id in ?1", ids);
    }

    /** Drops some of a respondent, and tells how many. */
    int dropSome(String respondentRef, int limit) {
        return getEntityManager()
                .createNativeQuery("DELETE FROM suspected_answer WHERE respondent_ref = :ref LIMIT " + limit)
                .setParameter("ref", respondentRef)
                .executeUpdate();
    }

    /** Forgets what was kept in the place of an answer that its respondent took back. */
    void forget(byte[] answerKey) {
        delete("answerKey", (Object) answerKey);
    }

    private static Set<ByteBuffer> keysAmong(Connection connection, List<SurveyResponse> recorded) throws SQLException {
        if (recorded.isEmpty()) {
            return Set.of();
        }
        String marks = String.join(", ", Collections.nCopies(recorded.size(), "?"));
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT DISTINCT answer_key FROM suspected_answer WHERE answer_key IN (" + marks + ")")) {
            for (int i = 0; i < recorded.size(); i++) {
                select.setBytes(i + 1, recorded.get(i).answerKey());
            }
            Set<ByteBuffer> keys = new HashSet<>();
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    keys.add(ByteBuffer.wrap(rows.getBytes(1)));
                }
            }
            return keys;
        }
    }

    private static void run(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }
}
