package io.aftertouch.score.tally;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import jakarta.enterprise.context.ApplicationScoped;

import io.aftertouch.score.database.Database;
import io.aftertouch.score.metric.Counts;
import io.aftertouch.score.metric.Scale;

/** The stored tallies: added to, never overwritten. */
@ApplicationScoped
public class Tallies {

    private static final String SCORES =
            IntStream.rangeClosed(0, Scale.HIGHEST).mapToObj(n -> "n" + n).collect(Collectors.joining(", "));
    private static final String SUMS = IntStream.rangeClosed(0, Scale.HIGHEST)
            .mapToObj(n -> "SUM(n" + n + ")")
            .collect(Collectors.joining(", "));
    private static final String ADD =
            "INSERT INTO tally (grain, touchpoint_id, bucket, survey_version_id, channel_id, profile_id, "
                    + SCORES
                    + ") VALUES (" + Database.marks(6 + Scale.HIGHEST + 1) + ") ON DUPLICATE KEY UPDATE "
                    + IntStream.rangeClosed(0, Scale.HIGHEST)
                            .mapToObj(n -> "n%1$d = n%1$d + VALUES(n%1$d)".formatted(n))
                            .collect(Collectors.joining(", "));

    /** So many stretches of time fit into one question to the database. */
    private static final int PARTS_AT_ONCE = 100;

    private final Database database;

    Tallies(Database database) {
        this.database = database;
    }

    /** Adds what was rolled up, in the order of the table, in the transaction at hand. */
    public void add(Rollup rollup) {
        database.runAll(
                ADD,
                rollup.tallies().entrySet().stream()
                        .map(entry -> row(entry.getKey(), entry.getValue()))
                        .toList());
    }

    /** Sums over these parts of time as a whole. */
    public List<Tally> sum(TallyFilter filter, TallyGroup group, Collection<Span.Part> parts) {
        return read(filter, group, parts, false);
    }

    /** Sums over these parts of time, each of their tallies by itself. */
    public List<Tally> series(TallyFilter filter, TallyGroup group, Collection<Span.Part> parts) {
        return read(filter, group, parts, true);
    }

    /** Every tally of a touchpoint in this stretch of time, of all grains, as it is stored. */
    public SortedMap<TallyKey, Counts> stored(int touchpoint, Span span) {
        SortedMap<TallyKey, Counts> stored = new TreeMap<>();
        for (Grain grain : Grain.values()) {
            database.rows(
                            "SELECT bucket, survey_version_id, channel_id, profile_id, " + SCORES
                                    + " FROM tally WHERE grain = ? AND touchpoint_id = ? AND bucket >= ? AND bucket < ?",
                            row -> Map.entry(
                                    new TallyKey(
                                            grain,
                                            touchpoint,
                                            Database.instant(row, "bucket"),
                                            row.getInt("survey_version_id"),
                                            row.getInt("channel_id"),
                                            row.getInt("profile_id")),
                                    Counts.stored(scores(row, 5))),
                            grain,
                            touchpoint,
                            span.from(),
                            span.to())
                    .forEach(entry -> stored.put(entry.getKey(), entry.getValue()));
        }
        return stored;
    }

    /** The months of UTC in which anything is stored of each touchpoint, by its number. */
    public Map<Integer, SortedSet<YearMonth>> months() {
        record Month(int touchpoint, YearMonth month) {}
        return database
                .rows(
                        "SELECT DISTINCT touchpoint_id, YEAR(bucket), MONTH(bucket) FROM tally",
                        row -> new Month(row.getInt(1), YearMonth.of(row.getInt(2), row.getInt(3))))
                .stream()
                .collect(Collectors.groupingBy(
                        Month::touchpoint, Collectors.mapping(Month::month, Collectors.toCollection(TreeSet::new))));
    }

    public boolean isEmpty() {
        return database.rows("SELECT 1 FROM tally LIMIT 1", row -> true).isEmpty();
    }

    /** Since when and until when there are answers, in full hours; empty if there are none. */
    public Optional<Span> extent(TallyFilter filter) {
        if (filter.matchesNothing()) {
            return Optional.empty();
        }
        List<Object> parameters = new ArrayList<>();
        String where = where(filter, Grain.HOUR, parameters);
        return database
                .rows(
                        "SELECT MIN(t.bucket) AS earliest, MAX(t.bucket) AS latest FROM tally t" + where,
                        row -> {
                            var first = Database.instant(row, "earliest");
                            return first == null
                                    ? Span.ALL_TIME
                                    : new Span(first, Grain.HOUR.next(Database.instant(row, "latest")));
                        },
                        parameters)
                .stream()
                .filter(span -> !span.equals(Span.ALL_TIME))
                .findFirst();
    }

    private List<Tally> read(TallyFilter filter, TallyGroup group, Collection<Span.Part> parts, boolean series) {
        if (filter.matchesNothing()) {
            return List.of();
        }
        List<Tally> tallies = new ArrayList<>();
        Map<Grain, List<Span>> spans = parts.stream()
                .collect(Collectors.groupingBy(
                        Span.Part::grain, Collectors.mapping(Span.Part::span, Collectors.toList())));
        spans.forEach((grain, all) -> {
            for (int start = 0; start < all.size(); start += PARTS_AT_ONCE) {
                List<Span> some = all.subList(start, Math.min(all.size(), start + PARTS_AT_ONCE));
                tallies.addAll(read(filter, group, grain, some, series));
            }
        });
        return tallies;
    }

    private List<Tally> read(TallyFilter filter, TallyGroup group, Grain grain, List<Span> spans, boolean series) {
        List<Object> parameters = new ArrayList<>();
        String joined = "";
        String grouped =
                switch (group) {
                    case TallyGroup.All all -> "NULL";
                    case TallyGroup.ByChannel byChannel -> "t.channel_id";
                    case TallyGroup.ByProfile byProfile -> "t.profile_id";
                    case TallyGroup.BySegment bySegment -> {
                        joined = " LEFT JOIN profile_segment s ON s.profile_id = t.profile_id AND s.dimension = ?";
                        parameters.add(bySegment.dimension());
                        yield "s.value";
                    }
                };
        String where = where(filter, grain, parameters) + " AND (" + within(spans, parameters) + ")";
        String sql = "SELECT t.touchpoint_id, t.survey_version_id, " + (series ? "t.bucket" : "NULL") + " AS slot, "
                + grouped + " AS grouped, " + SUMS + " FROM tally t" + joined + where
                + " GROUP BY t.touchpoint_id, t.survey_version_id, slot, grouped";
        return database.rows(sql, Tallies::tally, parameters);
    }

    private static String where(TallyFilter filter, Grain grain, List<Object> parameters) {
        StringBuilder where = new StringBuilder(" WHERE t.grain = ?");
        parameters.add(grain);
        where.append(" AND t.touchpoint_id").append(in(filter.touchpoints(), parameters));
        where.append(" AND t.survey_version_id").append(in(filter.surveyVersions(), parameters));
        if (!filter.channels().isEmpty()) {
            where.append(" AND t.channel_id").append(in(filter.channels(), parameters));
        }
        filter.segments().forEach((dimension, values) -> {
            parameters.add(dimension);
            where.append(" AND t.profile_id IN (SELECT profile_id FROM profile_segment WHERE dimension = ? AND value")
                    .append(in(values, parameters))
                    .append(")");
        });
        return where.toString();
    }

    private static String within(List<Span> spans, List<Object> parameters) {
        return spans.stream()
                .map(span -> {
                    List<String> bounds = new ArrayList<>(List.of("TRUE"));
                    if (span.from() != null) {
                        bounds.add("t.bucket >= ?");
                        parameters.add(span.from());
                    }
                    if (span.to() != null) {
                        bounds.add("t.bucket < ?");
                        parameters.add(span.to());
                    }
                    return String.join(" AND ", bounds);
                })
                .collect(Collectors.joining(" OR "));
    }

    private static String in(Collection<?> values, List<Object> parameters) {
        parameters.addAll(values);
        return " IN (" + Database.marks(values.size()) + ")";
    }

    private static List<Object> row(TallyKey key, Counts counts) {
        List<Object> row = new ArrayList<>(List.of(
                key.grain(), key.touchpoint(), key.bucket(), key.surveyVersion(), key.channel(), key.profile()));
        for (int score = 0; score <= Scale.HIGHEST; score++) {
            row.add(counts.at(score));
        }
        return row;
    }

    private static long[] scores(ResultSet row, int first) throws SQLException {
        long[] answers = new long[Scale.HIGHEST + 1];
        for (int score = 0; score < answers.length; score++) {
            answers[score] = row.getLong(first + score);
        }
        return answers;
    }

    private static Tally tally(ResultSet row) throws SQLException {
        // less than none for the moment in which an answer was taken back before it was counted
        long[] answers = Arrays.stream(scores(row, 5)).map(n -> Math.max(0, n)).toArray();
        return new Tally(
                row.getInt("touchpoint_id"),
                row.getInt("survey_version_id"),
                Database.instant(row, "slot"),
                row.getString("grouped"),
                Counts.of(answers));
    }
}
