package io.aftertouch.score.cusum;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.aftertouch.platform.retry.Housekeeping;
import io.aftertouch.platform.sql.ManyRows;
import io.aftertouch.score.database.Database;
import io.aftertouch.score.segment.Segment;
import io.aftertouch.score.watch.Share;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;

/** The watched cells as they are kept: how all cells of a batch of answers stand is read and written once. */
@ApplicationScoped
public class Cells {

    private static final int REMEMBERED = 200_000;
    private static final Duration DAYS_KEPT = Duration.ofDays(400);

    private static final ManyRows MAKE = new ManyRows(
            "INSERT INTO watch_cell (touchpoint_id, scale, dimension, value) VALUES",
            "(?, ?, ?, ?)",
            "ON DUPLICATE KEY UPDATE value = VALUES(value)");
    private static final ManyRows MAKE_STATE = new ManyRows(
            "INSERT INTO watch_state (cell_id) VALUES", "(?)", "ON DUPLICATE KEY UPDATE cell_id = VALUES(cell_id)");
    private static final ManyRows SAVE = new ManyRows(
            "INSERT INTO watch_state (cell_id, version, day, level, peak, alarmed, risen_since, risen_n, risen_negative, told, kept_until) VALUES",
            "(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            """
            ON DUPLICATE KEY UPDATE version = VALUES(version), day = VALUES(day), level = VALUES(level), peak = VALUES(peak),
                alarmed = VALUES(alarmed), risen_since = VALUES(risen_since), risen_n = VALUES(risen_n),
                risen_negative = VALUES(risen_negative), told = VALUES(told), kept_until = VALUES(kept_until)
            """);
    private static final ManyRows SAVE_GAUGE = new ManyRows(
            "INSERT INTO watch_state (cell_id, learned, past_n, past_negative, expected, alarming, up, down, limit_at, quiet, delay) VALUES",
            "(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            """
            ON DUPLICATE KEY UPDATE learned = VALUES(learned), past_n = VALUES(past_n), past_negative = VALUES(past_negative),
                expected = VALUES(expected), alarming = VALUES(alarming), up = VALUES(up), down = VALUES(down),
                limit_at = VALUES(limit_at), quiet = VALUES(quiet), delay = VALUES(delay)
            """);
    private static final ManyRows SAVE_DAY = new ManyRows(
            "INSERT INTO watch_day (cell_id, day, level, peak, limit_at, unit) VALUES",
            "(?, ?, ?, ?, ?, ?)",
            "ON DUPLICATE KEY UPDATE level = VALUES(level), peak = VALUES(peak), limit_at = VALUES(limit_at), unit = VALUES(unit)");

    private static final String WHOLE = "SELECT * FROM watch_cell c JOIN watch_state s ON s.cell_id = c.id WHERE ";

    private final Database database;
    private final Housekeeping housekeeping;
    private final Clock clock;
    private final Map<Cell, Integer> ids = new ConcurrentHashMap<>();

    Cells(Database database, Housekeeping housekeeping, Clock clock) {
        this.database = database;
        this.housekeeping = housekeeping;
        this.clock = clock;
    }

    /** A day of a cell that is over. */
    record PastDay(int cell, DayLevel level) {}

    /** These cells, which nobody else can change until this transaction ends. Always taken in the order of their numbers. */
    Map<Cell, CellWatch> hold(Collection<Cell> cells) {
        makeUnseen(cells.stream().filter(Predicate.not(ids::containsKey)).toList());
        List<Integer> wanted = cells.stream().map(ids::get).sorted().toList();
        return database
                .rows(
                        WHOLE + "c.id IN (" + Database.marks(paddedTo(wanted.size())) + ") ORDER BY c.id FOR UPDATE",
                        Cells::read,
                        padded(wanted))
                .stream()
                .collect(Collectors.toMap(CellWatch::cell, watch -> watch));
    }

    void save(Collection<CellWatch> watches, List<PastDay> days) {
        List<CellWatch> changed = watches.stream()
                .filter(CellWatch::isChanged)
                .sorted(Comparator.comparingInt(CellWatch::id))
                .toList();
        database.write(SAVE, changed.stream().map(Cells::state).toList());
        database.write(
                SAVE_GAUGE,
                changed.stream().filter(CellWatch::hasLearned).map(Cells::gauge).toList());
        database.write(
                SAVE_DAY,
                days.stream()
                        .map(past -> new Object[] {
                            past.cell(),
                            past.level().day(),
                            past.level().level(),
                            past.level().peak(),
                            past.level().limit(),
                            past.level().unit()
                        })
                        .toList());
    }

    /** The alarmed cells whose last answer was given before a day. */
    List<Cell> silentSince(LocalDate day) {
        return database.rows(WHOLE + "s.alarmed = TRUE AND s.day < ? ORDER BY c.id", row -> cell(row), day);
    }

    /** How many answers all watched cells together see in a week, by what they have learned from. */
    double answersPerWeek(int learningDays) {
        return database.row(
                        "SELECT COALESCE(SUM(past_n), 0) FROM watch_state WHERE expected IS NOT NULL",
                        row -> row.getDouble(1))
                .map(answers -> 7 * answers / learningDays)
                .orElse(0.0);
    }

    /** How a cell stands now. */
    public Optional<Standing> standing(int id) {
        return database.row(WHOLE + "c.id = ?", row -> standing(read(row)), id);
    }

    /**
     * A cell as others see it.
     *
     * @param gauge null while it is not watched
     * @param since the first answer after which the evidence never was at nothing again; null when it is at nothing
     * @param after the answers since
     */
    public record Standing(
            int id, Cell cell, boolean alarmed, Gauge gauge, int level, Instant since, Share before, Share after) {}

    /** The days of a cell from one on, the current one last. */
    public List<DayLevel> days(int id, LocalDate from) {
        List<DayLevel> days = new ArrayList<>(database.rows(
                "SELECT day, level, peak, limit_at, unit FROM watch_day WHERE cell_id = ? AND day >= ? ORDER BY day",
                row -> new DayLevel(
                        row.getObject(1, LocalDate.class), row.getInt(2), row.getInt(3), row.getInt(4), row.getInt(5)),
                id,
                from));
        database.row(WHOLE + "c.id = ?", Cells::read, id)
                .flatMap(CellWatch::today)
                .ifPresent(days::add);
        return days;
    }

    @Scheduled(every = "6h", delayed = "17m")
    void forgetDays() {
        housekeeping.deleteInSlices(
                "DELETE FROM watch_day WHERE day < ?", clock.instant().minus(DAYS_KEPT));
    }

    private static Standing standing(CellWatch watch) {
        CellWatch.Kept kept = watch.kept();
        return new Standing(
                watch.id(),
                watch.cell(),
                kept.alarmed(),
                kept.gauge(),
                kept.level(),
                kept.level() == 0 ? null : kept.risenSince(),
                kept.baseline(),
                kept.risen());
    }

    /** In a transaction of its own, so that a number handed out stays true whatever becomes of the caller's. */
    private void makeUnseen(List<Cell> unseen) {
        if (unseen.isEmpty()) {
            return;
        }
        if (ids.size() > REMEMBERED) {
            ids.clear();
        }
        Set<Integer> touchpoints = unseen.stream().map(Cell::touchpoint).collect(Collectors.toSet());
        Map<Cell, Integer> made = QuarkusTransaction.requiringNew().call(() -> {
            Map<Cell, Integer> known = stored(touchpoints);
            List<Cell> absent = unseen.stream()
                    .filter(cell -> !known.containsKey(cell))
                    .sorted(Comparator.comparing(Cell::touchpoint)
                            .thenComparing(Cell::scale)
                            .thenComparing(cell -> dimension(cell))
                            .thenComparing(cell -> value(cell)))
                    .toList();
            database.write(
                    MAKE,
                    absent.stream()
                            .map(cell -> new Object[] {cell.touchpoint(), cell.scale(), dimension(cell), value(cell)})
                            .toList());
            Map<Cell, Integer> all = stored(touchpoints);
            database.write(
                    MAKE_STATE,
                    absent.stream()
                            .map(all::get)
                            .sorted()
                            .map(id -> new Object[] {id})
                            .toList());
            return all;
        });
        ids.putAll(made);
    }

    private Map<Cell, Integer> stored(Set<Integer> touchpoints) {
        Map<Cell, Integer> stored = new HashMap<>();
        database.rows(
                "SELECT * FROM watch_cell WHERE touchpoint_id IN (" + Database.marks(touchpoints.size()) + ")",
                row -> stored.put(cell(row), row.getInt("id")),
                List.copyOf(touchpoints));
        return stored;
    }

    private static int paddedTo(int size) {
        return size <= 1 ? 1 : Integer.highestOneBit(size - 1) * 2;
    }

    /** The last one again and again, so that there are few texts of the question. */
    private static List<Integer> padded(List<Integer> wanted) {
        List<Integer> padded = new ArrayList<>(wanted);
        while (padded.size() < paddedTo(wanted.size())) {
            padded.add(wanted.getLast());
        }
        return padded;
    }

    private static String dimension(Cell cell) {
        return cell.segment().map(Segment::dimension).orElse("");
    }

    private static String value(Cell cell) {
        return cell.segment().map(Segment::value).orElse("");
    }

    private static Cell cell(ResultSet row) throws SQLException {
        String dimension = row.getString("dimension");
        return new Cell(
                row.getInt("touchpoint_id"),
                row.getString("scale"),
                dimension.isEmpty() ? Optional.empty() : Optional.of(new Segment(dimension, row.getString("value"))));
    }

    private static CellWatch read(ResultSet row) throws SQLException {
        double expected = row.getDouble("expected");
        Gauge gauge = row.wasNull()
                ? null
                : new Gauge(
                        expected,
                        row.getDouble("alarming"),
                        new Steps(row.getInt("up"), row.getInt("down")),
                        row.getInt("limit_at"),
                        row.getDouble("quiet"),
                        row.getDouble("delay"));
        return CellWatch.of(
                row.getInt("id"),
                cell(row),
                new CellWatch.Kept(
                        row.getLong("version"),
                        gauge,
                        new Share(row.getLong("past_negative"), row.getLong("past_n")),
                        row.getObject("learned", LocalDate.class),
                        row.getObject("kept_until", LocalDate.class),
                        row.getObject("day", LocalDate.class),
                        row.getInt("level"),
                        row.getInt("peak"),
                        row.getBoolean("alarmed"),
                        Database.instant(row, "risen_since"),
                        new Share(row.getLong("risen_negative"), row.getLong("risen_n")),
                        row.getLong("told")));
    }

    private static Object[] state(CellWatch watch) {
        CellWatch.Kept kept = watch.kept();
        return new Object[] {
            watch.id(),
            kept.version() + 1,
            kept.day(),
            kept.level(),
            kept.peak(),
            kept.alarmed(),
            kept.risenSince(),
            kept.risen().n(),
            kept.risen().negative(),
            kept.told(),
            kept.keptUntil()
        };
    }

    private static Object[] gauge(CellWatch watch) {
        CellWatch.Kept kept = watch.kept();
        Optional<Gauge> gauge = Optional.ofNullable(kept.gauge());
        return new Object[] {
            watch.id(),
            kept.learned(),
            kept.baseline().n(),
            kept.baseline().negative(),
            gauge.map(Gauge::expected).orElse(null),
            gauge.map(Gauge::alarming).orElse(null),
            gauge.map(known -> known.steps().up()).orElse(null),
            gauge.map(known -> known.steps().down()).orElse(null),
            gauge.map(Gauge::limit).orElse(null),
            gauge.map(Gauge::quiet).orElse(null),
            gauge.map(Gauge::delay).orElse(null)
        };
    }
}
