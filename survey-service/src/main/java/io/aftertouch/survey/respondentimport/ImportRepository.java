package io.aftertouch.survey.respondentimport;

import java.sql.PreparedStatement;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Singleton;

import io.aftertouch.platform.id.UuidBytes;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import org.hibernate.Session;

@Singleton
class ImportRepository implements PanacheRepositoryBase<RespondentImport, UUID> {

    /** Newest first. */
    List<RespondentImport> before(UUID id, int limit) {
        return (id == null ? find("order by id desc") : find("id < ?1 order by id desc", id))
                .page(0, limit)
                .list();
    }

    List<RespondentImport> abandoned(Instant movedBefore) {
        return list("state = ?1 and movedAt < ?2", ImportState.RUNNING, movedBefore);
    }

    void refuse(UUID id, List<Refusal> refusals, Instant now) {
        if (refusals.isEmpty()) {
            return;
        }
        getEntityManager().unwrap(Session.class).doWork(connection -> {
            try (PreparedStatement insert = connection.prepareStatement(
                    "INSERT INTO respondent_import_refusal (import_id, line, field, reason, refused_at) VALUES (?, ?, ?, ?, ?)")) {
                for (Refusal refusal : refusals) {
                    insert.setBytes(1, UuidBytes.toBytes(id));
                    insert.setLong(2, refusal.line());
                    insert.setString(3, refusal.field());
                    insert.setString(4, refusal.reason());
                    insert.setObject(5, LocalDateTime.ofInstant(now, ZoneOffset.UTC));
                    insert.addBatch();
                }
                insert.executeBatch();
            }
        });
    }

    /** A refusal with its place in the report. */
    record Listed(long id, Refusal refusal) {}

    /** In the order of the file. */
    List<Listed> refusals(UUID id, long after, int limit) {
        return getEntityManager()
                .unwrap(Session.class)
                .createNativeQuery(
                        "SELECT id, line, field, reason FROM respondent_import_refusal WHERE import_id = :import AND id > :after"
                                + " ORDER BY id LIMIT :limit",
                        Object[].class)
                .addScalar("id", Long.class)
                .addScalar("line", Long.class)
                .addScalar("field", String.class)
                .addScalar("reason", String.class)
                .setParameter("import", id)
                .setParameter("after", after)
                .setParameter("limit", limit)
                .getResultList()
                .stream()
                .map(row -> new Listed((Long) row[0], new Refusal((Long) row[1], (String) row[2], (String) row[3])))
                .toList();
    }
}
