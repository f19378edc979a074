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
import io.aftertouch.platform.sql.ManyRows;
import io.aftertouch.survey.judging.Outcome;
import org.hibernate.Session;

/** Writes the ledger by plain JDBC, many rows at once, in the transaction that is open on this thread. */
@Singleton
class LedgerTable {

    private static final ManyRows PROFILES =
            new ManyRows("INSERT IGNORE INTO segment_profile (id, segments) VALUES", "(?, ?)");

    private static final ManyRows DECISIONS = new ManyRows(
            "INSERT INTO decision (id, event_id, touchpoint_key, respondent_ref, rule_id, survey_key, outcome, reason, free_at,"
                    + " invitation_id, decided_at, profile_id, replaces_id) VALUES",
            "(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");

    private static final ManyRows DEFERRALS = new ManyRows(
            "INSERT INTO deferral (id, event_id, rule_id, respondent_ref, due_at, deadline_at, next_attempt_at) VALUES",
            "(?, ?, ?, ?, ?, ?, ?)");

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
        entities.unwrap(Session.class).doWork(connection -> {
            profiles(connection, rows);
            DECISIONS.write(connection, rows.stream().map(LedgerTable::decision).toList());
            DEFERRALS.write(
                    connection,
                    rows.stream()
                            .filter(row -> row.verdict().outcome() == Outcome.DEFERRED)
                            .map(LedgerTable::deferral)
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
        PROFILES.write(
                connection,
                profiles.entrySet().stream()
                        .map(profile -> new Object[] {profile.getKey(), profile.getValue()})
                        .toList());
    }

    private static Object[] decision(Row row) {
        Verdict verdict = row.verdict();
        return new Object[] {
            row.id(),
            row.subject().eventId(),
            row.subject().touchpoint(),
            row.subject().respondentRef(),
            verdict.rule().orElse(null),
            verdict.survey().orElse(null),
            verdict.outcome(),
            verdict.reason(),
            verdict.freeAt().orElse(null),
            verdict.invitation().orElse(null),
            row.at(),
            row.profile().id(),
            row.replaces().orElse(null)
        };
    }

    private static Object[] deferral(Row row) {
        Instant due = row.verdict().freeAt().orElseThrow();
        return new Object[] {
            row.id(),
            row.subject().eventId(),
            row.verdict().rule().orElse(null),
            row.subject().respondentRef(),
            due,
            row.verdict().deadline().orElseThrow(),
            due
        };
    }

    private static LocalDateTime time(Instant at) {
        return LocalDateTime.ofInstant(at, ZoneOffset.UTC);
    }
}
