package io.aftertouch.feedback.recovery;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.aftertouch.feedback.response.SurveyResponse;
import io.aftertouch.platform.id.UuidBytes;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

import static java.time.ZoneOffset.UTC;

/** Who is asked again, and what they answered. */
@ApplicationScoped
public class RecoveryRepository implements PanacheRepositoryBase<Recovery, UUID> {

    /** Asked or about to be: an answer at the touchpoint is the second one. */
    private static final String OPEN_TO_ANSWERS = "state IN ('ASKED', 'INVITED', 'DEFERRED')";

    /** Nobody is asked any more, and nothing tells who was. */
    private static final String FORGET =
            "UPDATE case_recovery SET respondent_ref = '', state = IF(state = 'WAITING', 'DROPPED', state) WHERE ";

    /** Who was asked again, where. */
    record Asked(String respondentRef, String touchpoint) {}

    public Optional<Recovery> of(UUID caseId) {
        return findByIdOptional(caseId);
    }

    /** The recovery, which nobody else can change until this transaction ends. */
    Optional<Recovery> locked(UUID caseId) {
        var rows = getEntityManager()
                .createNativeQuery("SELECT case_id FROM case_recovery WHERE case_id = :id FOR UPDATE")
                .setParameter("id", UuidBytes.toBytes(caseId))
                .getResultList();
        return rows.isEmpty() ? Optional.empty() : findByIdOptional(caseId);
    }

    /** The cases whose customers are to be asked by now, the longest overdue first. */
    List<UUID> due(Instant now, int limit) {
        return getEntityManager()
                .createQuery(
                        "select caseId from Recovery where state = :waiting and dueAt <= :now order by dueAt",
                        UUID.class)
                .setParameter("waiting", RecoveryState.WAITING)
                .setParameter("now", now)
                .setMaxResults(limit)
                .getResultList();
    }

    /** Of these respondents those who were asked again and have not answered: the case that they were asked about last. */
    Map<Asked, UUID> awaited(Connection connection, Set<String> respondents) throws SQLException {
        String marks = String.join(", ", Collections.nCopies(respondents.size(), "?"));
        try (PreparedStatement select =
                connection.prepareStatement("SELECT respondent_ref, touchpoint, case_id FROM case_recovery WHERE"
                        + " respondent_ref IN (" + marks + ") AND " + OPEN_TO_ANSWERS + " ORDER BY asked_at")) {
            int mark = 1;
            for (String respondent : respondents) {
                select.setString(mark++, respondent);
            }
            Map<Asked, UUID> awaited = new HashMap<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    awaited.put(new Asked(rows.getString(1), rows.getString(2)), UuidBytes.fromBytes(rows.getBytes(3)));
                }
            }
            return awaited;
        }
    }

    /** Writes second answers down, on the connection of those answers. */
    void answered(Connection connection, Map<UUID, SurveyResponse> byCase) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                "UPDATE case_recovery SET state = 'ANSWERED', response_id = ?, answered_at = ? WHERE case_id = ? AND "
                        + OPEN_TO_ANSWERS)) {
            for (var answered : byCase.entrySet()) {
                update.setBytes(1, UuidBytes.toBytes(answered.getValue().id()));
                update.setObject(2, LocalDateTime.ofInstant(answered.getValue().answeredAt(), UTC));
                update.setBytes(3, UuidBytes.toBytes(answered.getKey()));
                update.addBatch();
            }
            update.executeBatch();
        }
    }

    /** Takes a respondent out of some recoveries, and tells out of how many. */
    int forgetSome(String respondentRef, int limit) {
        return getEntityManager()
                .createNativeQuery(FORGET + "respondent_ref = :ref LIMIT " + limit)
                .setParameter("ref", respondentRef)
                .executeUpdate();
    }

    /** Takes the respondents out of the recoveries of some answers. */
    void forget(Collection<UUID> responses) {
        getEntityManager()
                .createNativeQuery(FORGET + "case_id IN (SELECT id FROM review_case WHERE response_id IN (:responses))")
                .setParameter(
                        "responses", responses.stream().map(UuidBytes::toBytes).toList())
                .executeUpdate();
    }
}
