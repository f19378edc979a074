package io.aftertouch.score.tally;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.aftertouch.platform.sql.ManyRows;
import io.aftertouch.score.database.Database;
import io.aftertouch.score.metric.Counts;

/** The tallies that tell everything apart, as they are stored. They answer what no facet does: channels and segments together. */
@ApplicationScoped
class DetailTallies {

    private static final ManyRows ADD = TallyColumns.adding(
            "tally", List.of("grain", "touchpoint_id", "bucket", "survey_version_id", "channel_id", "profile_id"));

    private final Database database;

    DetailTallies(Database database) {
        this.database = database;
    }

    private record Row(int touchpoint, int surveyVersion, Grain grain, Instant bucket, String group, long[] answers) {}

    void add(SortedMap<TallyKey, Counts> tallies) {
        database.write(
                ADD,
                tallies.entrySet().stream()
                        .map(entry -> row(entry.getKey(), entry.getValue()))
                        .toList());
    }

    boolean isEmpty() {
        return database.rows("SELECT 1 FROM tally LIMIT 1", row -> true).isEmpty();
    }

    void read(TallyFilter filter, TallyGroup group, Stretches stretches, Sums sums) {
        List<Object> parameters = new ArrayList<>();
        String sql = stretches.rangesInOrder().entrySet().stream()
                .map(ranges -> select(filter, group, ranges.getKey(), ranges.getValue(), parameters))
                .collect(Collectors.joining(" UNION ALL "));
        if (sql.isEmpty()) {
            return;
        }
        for (Row row : database.rows(sql, DetailTallies::row, parameters)) {
            Map<Integer, Integer> shares = stretches.shares(row.grain(), row.bucket());
            sums.add(row.touchpoint(), row.surveyVersion(), row.group(), shares, row.answers());
        }
    }

    /** Every tally of a touchpoint in this stretch of time, of all grains, as it is stored. */
    SortedMap<TallyKey, Counts> stored(int touchpoint, Span span) {
        SortedMap<TallyKey, Counts> stored = new TreeMap<>();
        for (Grain grain : Grain.values()) {
            database.rows(
                            "SELECT bucket, survey_version_id, channel_id, profile_id, " + TallyColumns.ALL
                                    + " FROM tally WHERE grain = ? AND touchpoint_id = ? AND bucket >= ? AND bucket < ?",
                            row -> Map.entry(
                                    new TallyKey(
                                            grain,
                                            touchpoint,
                                            Database.instant(row, "bucket"),
                                            row.getInt("survey_version_id"),
                                            row.getInt("channel_id"),
                                            row.getInt("profile_id")),
                                    Counts.stored(TallyColumns.answers(row, 5))),
                            grain,
                            touchpoint,
                            span.from(),
                            span.to())
                    .forEach(entry -> stored.put(entry.getKey(), entry.getValue()));
        }
        return stored;
    }

    /** The months of UTC in which anything is stored of each touchpoint, by its number. */
    Map<Integer, SortedSet<YearMonth>> months() {
        record Month(int touchpoint, YearMonth month) {}
        return database
                .rows(
                        "SELECT DISTINCT touchpoint_id, YEAR(bucket), MONTH(bucket) FROM tally",
                        row -> new Month(row.getInt(1), YearMonth.of(row.getInt(2), row.getInt(3))))
                .stream()
                .collect(Collectors.groupingBy(
                        Month::touchpoint, Collectors.mapping(Month::month, Collectors.toCollection(TreeSet::new))));
    }

    /** From the first to the last start of a tally of this grain in this span; empty when there is none. */
    Optional<Span> starts(TallyFilter filter, Grain grain, Span span) {
        List<Object> parameters = new ArrayList<>();
        String where = where(filter, grain, List.of(span), parameters);
        return database.row(
                        "SELECT MIN(t.bucket) AS earliest, MAX(t.bucket) AS latest FROM tally t" + where,
                        row -> new Span(Database.instant(row, "earliest"), Database.instant(row, "latest")),
                        parameters.toArray())
                .filter(starts -> starts.from() != null);
    }

    private static String select(
            TallyFilter filter, TallyGroup group, Grain grain, List<Span> spans, List<Object> parameters) {
        String joined = "";
        String touchpoint = "t.touchpoint_id";
        String version = "t.survey_version_id";
        String grouped =
                switch (group) {
                    case TallyGroup.All all -> "NULL";
                    case TallyGroup.Together together -> {
                        touchpoint = Integer.toString(together.touchpoint());
                        version = TallyColumns.standIn(together);
                        yield "NULL";
                    }
                    case TallyGroup.ByChannel byChannel -> "t.channel_id";
                    case TallyGroup.ByProfile byProfile -> "t.profile_id";
                    case TallyGroup.BySegment(String dimension) -> {
                        joined = " LEFT JOIN profile_segment s ON s.profile_id = t.profile_id AND s.dimension = ?";
                        parameters.add(dimension);
                        yield "s.value";
                    }
                };
        return "SELECT " + touchpoint + " AS touchpoint, " + version + " AS version, '" + grain
                + "' AS read_grain, t.bucket, " + grouped + " AS grouped, " + TallyColumns.SUMS + " FROM tally t"
                + joined
                + where(filter, grain, spans, parameters)
                + " GROUP BY touchpoint, version, t.bucket, grouped";
    }

    private static String where(TallyFilter filter, Grain grain, List<Span> spans, List<Object> parameters) {
        StringBuilder where = new StringBuilder(" WHERE t.grain = ?");
        parameters.add(grain);
        where.append(" AND t.touchpoint_id").append(TallyColumns.in(filter.touchpoints(), parameters));
        where.append(" AND t.survey_version_id").append(TallyColumns.in(filter.surveyVersions(), parameters));
        if (!filter.channels().isEmpty()) {
            where.append(" AND t.channel_id").append(TallyColumns.in(filter.channels(), parameters));
        }
        filter.segments().forEach((dimension, values) -> {
            parameters.add(dimension);
            where.append(" AND t.profile_id IN (SELECT profile_id FROM profile_segment WHERE dimension = ? AND value")
                    .append(TallyColumns.in(values, parameters))
                    .append(")");
        });
        return where.append(" AND (")
                .append(TallyColumns.within(spans, parameters))
                .append(")")
                .toString();
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getInt(1),
                row.getInt(2),
                Grain.valueOf(row.getString(3)),
                Database.instant(row, "bucket"),
                row.getString(5),
                TallyColumns.answers(row, 6));
    }

    private static Object[] row(TallyKey key, Counts counts) {
        return TallyColumns.row(
                counts, key.grain(), key.touchpoint(), key.bucket(), key.surveyVersion(), key.channel(), key.profile());
    }
}
