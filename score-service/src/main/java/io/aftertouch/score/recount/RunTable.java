package io.aftertouch.score.recount;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import jakarta.inject.Singleton;

import io.aftertouch.platform.id.UuidBytes;
import io.aftertouch.score.database.Database;
import io.aftertouch.score.metric.Counts;
import io.aftertouch.score.metric.Scale;
import io.aftertouch.score.tally.Grain;
import io.aftertouch.score.tally.TallyKey;

/** The recounts and what they found. At most one is open, and whoever works on it holds it for a time. */
@Singleton
class RunTable {

    /** So many differences are kept of one recount; the others are only counted. */
    static final int MOST_KEPT = 500;

    private static final Duration HELD = Duration.ofMinutes(10);

    private final Database database;

    RunTable(Database database) {
        this.database = database;
    }

    /** @return false when another one is open */
    boolean open(Run run) {
        return database.change(
                        """
                        INSERT IGNORE INTO recount_run
                            (id, asked_at, asked_by, touchpoint, month, most_repaired, respondents, state, is_open)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, TRUE)
                        """,
                        run.id(),
                        run.askedAt(),
                        run.askedBy(),
                        run.touchpoint(),
                        run.month() == null ? null : run.month().toString(),
                        run.mostRepaired(),
                        run.respondents(),
                        run.state())
                == 1;
    }

    /** Takes hold of the open recount, unless somebody else has it. Locks it where it is closed by, so that neither waits for the other. */
    Optional<Run> take(UUID holder, Instant now) {
        return database.row(
                        "SELECT id FROM recount_run WHERE is_open = TRUE", row -> UuidBytes.fromBytes(row.getBytes(1)))
                .filter(open -> take(open, holder, now))
                .flatMap(this::find);
    }

    private boolean take(UUID open, UUID holder, Instant now) {
        return database.change("""
                        UPDATE recount_run SET state = 'RUNNING', holder = ?, held_until = ?
                        WHERE id = ? AND is_open = TRUE AND (held_until IS NULL OR held_until < ?)
                        """, holder, now.plus(HELD), open, now) == 1;
    }

    /** Gives it back, so that it goes on soon. */
    void letGo(UUID run, UUID holder) {
        database.run("UPDATE recount_run SET held_until = NULL WHERE id = ? AND holder = ?", run, holder);
    }

    /**
     * Writes down that a part is done, in the transaction of what was done about it.
     *
     * @return false when somebody else has the recount by now: then nothing of it may be done
     */
    boolean advance(UUID run, UUID holder, Part part, Run.Progress progress, Instant now) {
        return database.change(
                        """
                        UPDATE recount_run SET held_until = ?, last_touchpoint = ?, last_month = ?, parts = ?, parts_done = ?,
                            answers = ?, under_way = ?, lost = ?, caught_up = ?, uncountable = ?, differences = ?, counts_off = ?, counts_repaired = ?,
                            restored = ?
                        WHERE id = ? AND holder = ? AND is_open = TRUE
                        """,
                        now.plus(HELD),
                        part.touchpoint(),
                        part.month().toString(),
                        progress.parts(),
                        progress.partsDone(),
                        progress.answers(),
                        progress.underWay(),
                        progress.lost(),
                        progress.caughtUp(),
                        progress.uncountable(),
                        progress.differences(),
                        progress.countsOff(),
                        progress.countsRepaired(),
                        progress.restored(),
                        run,
                        holder)
                == 1;
    }

    void close(UUID run, UUID holder, Run.State state, String failure, Instant now) {
        database.run("""
                UPDATE recount_run SET state = ?, is_open = NULL, holder = NULL, held_until = NULL, finished_at = ?, failure = ?
                WHERE id = ? AND holder = ?
                """, state, now, failure, run, holder);
    }

    /** Keeps the first differences of a recount; {@code before} is how many were found before these. */
    void keep(UUID run, long before, List<Difference> differences, boolean repaired) {
        List<List<?>> rows = new ArrayList<>();
        for (int i = 0; i < differences.size() && before + i < MOST_KEPT; i++) {
            Difference one = differences.get(i);
            TallyKey tally = one.tally();
            rows.add(List.of(
                    run,
                    before + i,
                    tally.grain(),
                    tally.touchpoint(),
                    tally.bucket(),
                    tally.surveyVersion(),
                    tally.channel(),
                    tally.profile(),
                    text(one.stored()),
                    text(one.recounted()),
                    repaired));
        }
        database.runAll("""
                INSERT INTO recount_difference (run_id, place, grain, touchpoint_id, bucket, survey_version_id, channel_id, profile_id,
                    `stored`, recounted, repaired)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, rows);
    }

    /** The latest first, from before this one on. */
    List<Run> latest(UUID before, int limit) {
        return before == null
                ? database.rows("SELECT * FROM recount_run ORDER BY id DESC LIMIT ?", RunTable::run, limit)
                : database.rows(
                        "SELECT * FROM recount_run WHERE id < ? ORDER BY id DESC LIMIT ?",
                        RunTable::run,
                        before,
                        limit);
    }

    Optional<Run> find(UUID id) {
        return database.row("SELECT * FROM recount_run WHERE id = ?", RunTable::run, id);
    }

    /** A difference that was found, and whether it was put right. */
    record Kept(Difference difference, boolean repaired) {}

    List<Kept> differences(UUID run) {
        return database.rows(
                "SELECT * FROM recount_difference WHERE run_id = ? ORDER BY place",
                row -> new Kept(
                        new Difference(
                                new TallyKey(
                                        Grain.valueOf(row.getString("grain")),
                                        row.getInt("touchpoint_id"),
                                        Database.instant(row, "bucket"),
                                        row.getInt("survey_version_id"),
                                        row.getInt("channel_id"),
                                        row.getInt("profile_id")),
                                counts(row.getString("stored")),
                                counts(row.getString("recounted"))),
                        row.getBoolean("repaired")),
                run);
    }

    void forgetBefore(Instant before) {
        database.run("DELETE FROM recount_run WHERE finished_at < ?", before);
    }

    private static Run run(ResultSet row) throws SQLException {
        String lastMonth = row.getString("last_month");
        String month = row.getString("month");
        return new Run(
                UuidBytes.fromBytes(row.getBytes("id")),
                Database.instant(row, "asked_at"),
                row.getString("asked_by"),
                row.getString("touchpoint"),
                month == null ? null : YearMonth.parse(month),
                row.getLong("most_repaired"),
                row.getBoolean("respondents"),
                Run.State.valueOf(row.getString("state")),
                lastMonth == null ? null : new Part(row.getString("last_touchpoint"), YearMonth.parse(lastMonth)),
                new Run.Progress(
                        row.getInt("parts"),
                        row.getInt("parts_done"),
                        row.getLong("answers"),
                        row.getLong("under_way"),
                        row.getLong("lost"),
                        row.getLong("caught_up"),
                        row.getLong("uncountable"),
                        row.getLong("differences"),
                        row.getLong("counts_off"),
                        row.getLong("counts_repaired"),
                        row.getLong("restored")),
                Database.instant(row, "finished_at"),
                row.getString("failure"));
    }

    private static String text(Counts counts) {
        return IntStream.rangeClosed(0, Scale.HIGHEST)
                .mapToObj(score -> Long.toString(counts.at(score)))
                .collect(Collectors.joining(","));
    }

    private static Counts counts(String text) {
        return Counts.stored(
                Arrays.stream(text.split(",")).mapToLong(Long::parseLong).toArray());
    }
}
