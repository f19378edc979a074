package io.aftertouch.survey.respondent;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;

import org.hibernate.Session;
import org.hibernate.query.NativeQuery;

/** Opt-outs and erasures by sealed subject. */
@Singleton
class OptOutRepository {

    /** Stands for all questions where a touchpoint is expected. */
    private static final String EVERYTHING = "";

    private final EntityManager database;

    OptOutRepository(EntityManager database) {
        this.database = database;
    }

    /** One subject that must not be asked; the touchpoint is null for everything. */
    record Row(String subject, String touchpoint, Instant at, String reason, String source, String by) {}

    List<Row> of(Collection<String> sealed) {
        if (sealed.isEmpty()) {
            return List.of();
        }
        return query(
                        "SELECT subject, '' AS touchpoint, opted_out_at, reason, source, by_whom FROM opt_out WHERE subject IN (:subjects)"
                                + " UNION ALL SELECT subject, touchpoint_key, opted_out_at, reason, source, by_whom FROM touchpoint_opt_out"
                                + " WHERE subject IN (:subjects)",
                        Object[].class)
                .addScalar("subject", String.class)
                .addScalar("touchpoint", String.class)
                .addScalar("opted_out_at", Instant.class)
                .addScalar("reason", String.class)
                .addScalar("source", String.class)
                .addScalar("by_whom", String.class)
                .setParameter("subjects", sealed)
                .getResultList()
                .stream()
                .map(row -> new Row(
                        (String) row[0],
                        row[1].equals(EVERYTHING) ? null : (String) row[1],
                        (Instant) row[2],
                        (String) row[3],
                        (String) row[4],
                        (String) row[5]))
                .toList();
    }

    /** Tells whether the row is new. */
    boolean add(Row row) {
        String insert = row.touchpoint() == null
                ? "INSERT IGNORE INTO opt_out (subject, respondent_ref, opted_out_at, reason, source, by_whom)"
                        + " VALUES (:subject, '', :at, :reason, :source, :by)"
                : "INSERT IGNORE INTO touchpoint_opt_out (subject, touchpoint_key, opted_out_at, reason, source, by_whom)"
                        + " VALUES (:subject, :touchpoint, :at, :reason, :source, :by)";
        var query = database.createNativeQuery(insert)
                .setParameter("subject", row.subject())
                .setParameter("at", row.at())
                .setParameter("reason", row.reason())
                .setParameter("source", row.source())
                .setParameter("by", row.by());
        if (row.touchpoint() != null) {
            query.setParameter("touchpoint", row.touchpoint());
        }
        return query.executeUpdate() > 0;
    }

    /** Tells whether there was anything to remove. */
    boolean remove(Collection<String> sealed, String touchpoint) {
        var query = database.createNativeQuery(
                        touchpoint == null
                                ? "DELETE FROM opt_out WHERE subject IN (:subjects)"
                                : "DELETE FROM touchpoint_opt_out WHERE subject IN (:subjects) AND touchpoint_key = :touchpoint")
                .setParameter("subjects", sealed);
        if (touchpoint != null) {
            query.setParameter("touchpoint", touchpoint);
        }
        return query.executeUpdate() > 0;
    }

    /** Writes down that somebody was left alone or may be asked again. */
    void record(UUID id, String ref, OptOutStep step) {
        database.createNativeQuery(
                        "INSERT INTO opt_out_history (id, respondent_ref, act, touchpoint_key, reason, source, by_whom, at)"
                                + " VALUES (:id, :ref, :act, :touchpoint, :reason, :source, :by, :at)")
                .setParameter("id", id)
                .setParameter("ref", ref)
                .setParameter("act", step.act().name())
                .setParameter("touchpoint", step.touchpoint())
                .setParameter("reason", step.reason())
                .setParameter("source", step.source())
                .setParameter("by", step.by())
                .setParameter("at", step.at())
                .executeUpdate();
    }

    /** Newest first. */
    List<OptOutStep> history(String ref, int limit) {
        return query(
                        "SELECT act, touchpoint_key, reason, source, by_whom, at FROM opt_out_history"
                                + " WHERE respondent_ref = :ref ORDER BY id DESC LIMIT :limit",
                        Object[].class)
                .addScalar("act", String.class)
                .addScalar("touchpoint_key", String.class)
                .addScalar("reason", String.class)
                .addScalar("source", String.class)
                .addScalar("by_whom", String.class)
                .addScalar("at", Instant.class)
                .setParameter("ref", ref)
                .setParameter("limit", limit)
                .getResultList()
                .stream()
                .map(row -> new OptOutStep(
                        OptOutStep.Act.valueOf((String) row[0]),
                        (String) row[1],
                        (String) row[2],
                        (String) row[3],
                        (String) row[4],
                        (Instant) row[5]))
                .toList();
    }

    Set<String> erased(Collection<String> sealed) {
        return sealed.isEmpty()
                ? Set.of()
                : query("SELECT subject FROM erased_subject WHERE subject IN (:subjects)", String.class)
                        .setParameter("subjects", sealed)
                        .getResultList()
                        .stream()
                        .collect(Collectors.toSet());
    }

    /** The proof that the first start wrote; this one if there was none yet. */
    String proof(String ifFirst) {
        database.createNativeQuery("INSERT IGNORE INTO respondent_seal (id, proof) VALUES (1, :proof)")
                .setParameter("proof", ifFirst)
                .executeUpdate();
        return query("SELECT proof FROM respondent_seal WHERE id = 1", String.class)
                .getSingleResult();
    }

    /** What an earlier version wrote in the clear; sealed subjects hold no colon. */
    List<String> unsealed(int limit) {
        return query("SELECT subject FROM opt_out WHERE subject LIKE '%:%' LIMIT :limit", String.class)
                .setParameter("limit", limit)
                .getResultList();
    }

    void seal(String subject, String sealed) {
        database.createNativeQuery(
                        "INSERT IGNORE INTO opt_out (subject, respondent_ref, opted_out_at) SELECT :sealed, '', opted_out_at"
                                + " FROM opt_out WHERE subject = :subject")
                .setParameter("sealed", sealed)
                .setParameter("subject", subject)
                .executeUpdate();
        database.createNativeQuery("DELETE FROM opt_out WHERE subject = :subject")
                .setParameter("subject", subject)
                .executeUpdate();
    }

    private <T> NativeQuery<T> query(String sql, Class<T> type) {
        return database.unwrap(Session.class).createNativeQuery(sql, type);
    }

    void forgetHistory(String ref) {
        database.createNativeQuery("DELETE FROM opt_out_history WHERE respondent_ref = :ref")
                .setParameter("ref", ref)
                .executeUpdate();
    }

    /** What people wrote beside an opt-out may tell who it is about; the opt-out itself goes on holding. */
    void forgetReasons(Collection<String> sealed) {
        for (String table : List.of("opt_out", "touchpoint_opt_out")) {
            database.createNativeQuery(
                            "UPDATE " + table + " SET reason = NULL, source = NULL WHERE subject IN (:subjects)")
                    .setParameter("subjects", sealed)
                    .executeUpdate();
        }
    }

    /** Tells whether any of the subjects is new. */
    boolean rememberErased(Collection<String> sealed, Instant now) {
        int fresh = 0;
        for (String subject : sealed) {
            fresh += database.createNativeQuery(
                            "INSERT IGNORE INTO erased_subject (subject, erased_at) VALUES (:subject, :now)")
                    .setParameter("subject", subject)
                    .setParameter("now", now)
                    .executeUpdate();
        }
        return fresh > 0;
    }
}
