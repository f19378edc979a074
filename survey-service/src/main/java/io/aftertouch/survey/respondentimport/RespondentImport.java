package io.aftertouch.survey.respondentimport;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** An import of respondents or its dry run: RUNNING → DONE / FAILED. It grows group by group, so that it always says how far it came. */
@Entity
@Table(name = "respondent_import")
class RespondentImport {

    private static final int LONGEST_LIST = 2000;

    @Id
    private UUID id;

    @Column(length = 200)
    private String fileName;

    @Column(length = 64)
    private String contentHash;

    private boolean dryRun;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    @Column(length = 16)
    private ImportState state;

    @Column(length = LONGEST_LIST)
    private String ignoredColumns;

    private long rowCount;

    private long rowsRead;

    private long made;

    private long changed;

    private long unchanged;

    private long refused;

    private long lastLine;

    @Column(length = 190)
    private String startedBy;

    private Instant startedAt;

    private Instant movedAt;

    private Instant finishedAt;

    RespondentImport() {}

    RespondentImport(
            UUID id, Origin origin, String contentHash, List<String> ignoredColumns, long rowCount, Instant now) {
        this.id = id;
        this.fileName = origin.fileName();
        this.contentHash = contentHash;
        this.dryRun = origin.dryRun();
        this.state = ImportState.RUNNING;
        this.ignoredColumns = shortened(String.join("\n", ignoredColumns));
        this.rowCount = rowCount;
        this.startedBy = origin.by();
        this.startedAt = now;
        this.movedAt = now;
    }

    /** Where a file comes from and what is to be done with it; the name is null when it has none. */
    record Origin(String fileName, boolean dryRun, String by) {}

    private static String shortened(String list) {
        return list.length() <= LONGEST_LIST ? list : list.substring(0, LONGEST_LIST - 1) + "…";
    }

    void move(Progress progress, Instant now) {
        rowsRead += progress.rows();
        made += progress.made();
        changed += progress.changed();
        unchanged += progress.unchanged();
        refused += progress.refused();
        lastLine = progress.lastLine();
        movedAt = now;
    }

    void end(ImportState end, Instant now) {
        state = end;
        movedAt = now;
        finishedAt = now;
    }

    boolean isRunning() {
        return state == ImportState.RUNNING;
    }

    UUID id() {
        return id;
    }

    Optional<String> fileName() {
        return Optional.ofNullable(fileName);
    }

    String contentHash() {
        return contentHash;
    }

    boolean isDryRun() {
        return dryRun;
    }

    ImportState state() {
        return state;
    }

    List<String> ignoredColumns() {
        return ignoredColumns.isEmpty() ? List.of() : List.of(ignoredColumns.split("\n"));
    }

    long rowCount() {
        return rowCount;
    }

    long rowsRead() {
        return rowsRead;
    }

    long made() {
        return made;
    }

    long changed() {
        return changed;
    }

    long unchanged() {
        return unchanged;
    }

    long refused() {
        return refused;
    }

    long lastLine() {
        return lastLine;
    }

    String startedBy() {
        return startedBy;
    }

    Instant startedAt() {
        return startedAt;
    }

    Optional<Instant> finishedAt() {
        return Optional.ofNullable(finishedAt);
    }
}
