package io.aftertouch.survey.decision;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;

import io.aftertouch.platform.id.UuidBytes;
import io.aftertouch.survey.judging.Outcome;
import org.hibernate.Session;

/** Writes the ledger by plain JDBC, many rows at once, in the transaction that is open on this thread. */
@Singleton
class LedgerTable {

    private static final String PROFILE = "INSERT IGNORE INTO segment_profile (id, segments) VALUES (?, ?)";

    private static final String DECISION =
            "INSERT INTO decision (id, event_id, touchpoint_key, respondent_ref, rule_id, survey_key, outcome, reason, free_at,"
                    + " invitation_id, decided_at, profile_id, replaces_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private static final String DEFERRAL =
            "INSERT INTO deferral (id, event_id, rule_id, respondent_ref, due_at, deadline_at, next_attempt_at)"
                    + " VALUES (?, ?, ?, ?, ?, ?, ?)";

    private static final String SUPERSEDE = "UPDATE decision SET superseded_at = ? WHERE id = ?";

    private static final String CLOSE = "DELETE FROM deferral WHERE id = ?";

    private final EntityManager entities;

    LedgerTable(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * A decision to be written.
     *
     * @param replaces the deferred decision that it follows
     */
    record Row(
            UUID id,
            Decision.Subject subject,
            SegmentProfile profile,
            Verdict verdict,
            Optional<UUID> replaces,
            Instant at) {}

    void insert(List<Row> rows) {
        entities.flush(); // the invitations that the rows name must be there
        entities.unwrap(Session.class).doWork(connection -> {
            profiles(connection, rows);
            decisions(connection, rows);
            deferrals(
                    connection,
                    rows.stream()
                            .filter(row -> row.verdict().outcome() == Outcome.DEFERRED)
                            .toList());
        });
    }

    /** The decision is not the last one about its rule and event any more, and does not wait to be judged again. */
    void supersede(UUID decision, Instant now) {
        entities.unwrap(Session.class).doWork(connection -> {
            try (PreparedStatement update = connection.prepareStatement(SUPERSEDE);
                    PreparedStatement close = connection.prepareStatement(CLOSE)) {
                update.setObject(1, time(now));
                update.setBytes(2, UuidBytes.toBytes(decision));
                update.executeUpdate();
                close.setBytes(1, UuidBytes.toBytes(decision));
                close.executeUpdate();
            }
        });
    }

    /** In the order of their ids, so that two transactions that meet the same new profiles wait for each other and not in a circle. */
    private static void profiles(Connection connection, List<Row> rows) throws SQLException {
        SortedMap<UUID, String> profiles = new TreeMap<>();
        rows.forEach(row -> profiles.put(row.profile().id(), row.profile().json()));
        try (PreparedStatement insert = connection.prepareStatement(PROFILE)) {
            for (var profile : profiles.entrySet()) {
                insert.setBytes(1, UuidBytes.toBytes(profile.getKey()));
                insert.setString(2, profile.getValue());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static void decisions(Connection connection, List<Row> rows) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(DECISION)) {
            for (Row row : rows) {
                Verdict verdict = row.verdict();
                insert.setBytes(1, UuidBytes.toBytes(row.id()));
                insert.setBytes(2, UuidBytes.toBytes(row.subject().eventId()));
                insert.setString(3, row.subject().touchpoint());
                insert.setString(4, row.subject().respondentRef());
                insert.setBytes(5, bytes(verdict.rule()));
                insert.setString(6, verdict.survey().orElse(null));
                insert.setString(7, verdict.outcome().name());
                insert.setString(8, verdict.reason().name());
                insert.setObject(9, verdict.freeAt().map(LedgerTable::time).orElse(null));
                insert.setBytes(10, bytes(verdict.invitation()));
                insert.setObject(11, time(row.at()));
                insert.setBytes(12, UuidBytes.toBytes(row.profile().id()));
                insert.setBytes(13, bytes(row.replaces()));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static void deferrals(Connection connection, List<Row> deferred) throws SQLException {
        if (deferred.isEmpty()) {
            return;
        }
        try (PreparedStatement insert = connection.prepareStatement(DEFERRAL)) {
            for (Row row : deferred) {
                LocalDateTime due = time(row.verdict().freeAt().orElseThrow());
                insert.setBytes(1, UuidBytes.toBytes(row.id()));
                insert.setBytes(2, UuidBytes.toBytes(row.subject().eventId()));
                insert.setBytes(3, bytes(row.verdict().rule()));
                insert.setString(4, row.subject().respondentRef());
                insert.setObject(5, due);
                insert.setObject(6, time(row.verdict().deadline().orElseThrow()));
                insert.setObject(7, due);
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static byte[] bytes(Optional<UUID> id) {
        return id.map(UuidBytes::toBytes).orElse(null);
    }

    private static LocalDateTime time(Instant at) {
        return LocalDateTime.ofInstant(at, ZoneOffset.UTC);
    }
}
