package io.aftertouch.score.alert;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.aftertouch.platform.id.UuidBytes;
import io.aftertouch.platform.paging.Cursor;
import io.aftertouch.score.cusum.Cell;
import io.aftertouch.score.database.Database;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;

/** The alerts, their history, and the alarmed cells that each of them tells of. */
@ApplicationScoped
class AlertRepository implements PanacheRepositoryBase<Alert, UUID> {

    private final Database database;

    AlertRepository(Database database) {
        this.database = database;
    }

    /** Which alerts to list; null leaves a criterion out. */
    record Filter(AlertState state, String touchpoint) {}

    /** Newest first, after the one of the cursor. */
    List<Alert> list(Filter filter, String cursor, int limit) {
        List<String> rules = new ArrayList<>(List.of("true = true"));
        Parameters values = new Parameters();
        if (filter.state() != null) {
            rules.add("state = :state");
            values.and("state", filter.state());
        }
        if (filter.touchpoint() != null) {
            rules.add("touchpoint = :touchpoint");
            values.and("touchpoint", filter.touchpoint());
        }
        Cursor after = Cursor.decode(cursor, 1);
        if (after != null) {
            rules.add("id < :id");
            values.and("id", after.uuid(0));
        }
        return find(String.join(" and ", rules) + " order by id desc", values)
                .page(0, limit)
                .list();
    }

    static String cursorAfter(Alert alert) {
        return Cursor.encode(alert.id());
    }

    /** Open alerts that nobody has muted. */
    long countLoud(Instant now) {
        return count("state = ?1 and (mutedUntil is null or mutedUntil <= ?2)", AlertState.OPEN, now);
    }

    /** The alert, which nobody else can change until this transaction ends. */
    Optional<Alert> held(UUID id) {
        return heldWhere("id = ?", id).stream().findFirst();
    }

    /** Lets nobody else open or move alerts of a touchpoint until this transaction ends. */
    void holdTouchpoint(int touchpoint) {
        database.row("SELECT id FROM touchpoint WHERE id = ? FOR UPDATE", row -> row.getInt(1), touchpoint);
    }

    List<Alert> openAt(Cell place) {
        return heldWhere(
                "touchpoint_id = ? AND scale = ? AND state = ?", place.touchpoint(), place.scale(), AlertState.OPEN);
    }

    /** The alerts of a place that have recovered no longer ago than this, the newest first. */
    List<Alert> recoveredSince(Cell place, Instant since) {
        return heldWhere(
                        "touchpoint_id = ? AND scale = ? AND state = ? AND recovered_at >= ?",
                        place.touchpoint(),
                        place.scale(),
                        AlertState.RECOVERED,
                        since)
                .reversed();
    }

    /** The open alert that is told of a cell. */
    Optional<Alert> toldOf(int cell) {
        return heldWhere("cell_id = ? AND state = ?", cell, AlertState.OPEN).stream()
                .findFirst();
    }

    /** The open alert to which an alarmed cell belongs. */
    Optional<Alert> of(int cell) {
        return database.row(
                        "SELECT alert_id FROM alert_cell WHERE cell_id = ?",
                        row -> UuidBytes.fromBytes(row.getBytes(1)),
                        cell)
                .flatMap(this::held);
    }

    /** Holds first and reads then: whoever comes second sees what the first one did. Oldest first. */
    private List<Alert> heldWhere(String rule, Object... parameters) {
        flush();
        return database
                .rows(
                        "SELECT id FROM alert WHERE " + rule + " ORDER BY id FOR UPDATE",
                        row -> UuidBytes.fromBytes(row.getBytes(1)),
                        parameters)
                .stream()
                .map(this::findById)
                .toList();
    }

    void join(int cell, Alert alert) {
        flush();
        database.run(
                "INSERT INTO alert_cell (cell_id, alert_id) VALUES (?, ?) ON DUPLICATE KEY UPDATE alert_id = VALUES(alert_id)",
                cell,
                alert.id());
    }

    void leave(int cell) {
        database.run("DELETE FROM alert_cell WHERE cell_id = ?", cell);
    }

    /** The alarmed cells of an alert, by number. */
    List<Integer> cellsOf(UUID alert) {
        return database.rows(
                "SELECT cell_id FROM alert_cell WHERE alert_id = ? ORDER BY cell_id", row -> row.getInt(1), alert);
    }

    void append(AlertStep step) {
        getEntityManager().persist(step);
    }

    /** The steps of an alert, first to last. */
    List<AlertStep> history(UUID id) {
        return getEntityManager()
                .createQuery("from AlertStep where alertId = :id order by seq", AlertStep.class)
                .setParameter("id", id)
                .getResultList();
    }
}
