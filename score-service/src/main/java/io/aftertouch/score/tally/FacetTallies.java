package io.aftertouch.score.tally;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import jakarta.enterprise.context.ApplicationScoped;

import io.aftertouch.platform.sql.ManyRows;
import io.aftertouch.score.database.Database;
import io.aftertouch.score.metric.Counts;
import io.aftertouch.score.tally.Facets.Members;

/** The sums by facet as they are stored. One question is one statement: what it adds and what it takes off are of the same moment. */
@ApplicationScoped
class FacetTallies {

    private static final ManyRows ADD = TallyColumns.adding(
            "facet_tally",
            List.of("grain", "touchpoint_id", "facet", "member_id", "hour_of_day", "bucket", "survey_version_id"));

    /** Of more stretches of a table than this at once, a server would rather read all that lies between them. */
    static final int MOST_STRETCHES = 8_000;

    private static final long SECONDS_OF_AN_HOUR = 3_600;
    private static final long SECONDS_OF_A_DAY = 86_400;

    private final Database database;

    FacetTallies(Database database) {
        this.database = database;
    }

    /** What is read together; a member is one stretch of the table. */
    private record Part(Members members, List<Integer> ids, Stretches.Range range) {

        Map<Integer, Integer> shares(Stretches stretches, long position) {
            if (range.portions().isEmpty()) {
                return stretches.shares(range.grain(), Instant.ofEpochSecond(position * SECONDS_OF_AN_HOUR));
            }
            Stretches.Portion portion = range.portions().get((int) position);
            return Map.of(portion.stretch(), portion.times());
        }
    }

    /** @param position of the portion that was added up, or the start of the tally in hours since 1970 */
    private record Row(int part, int touchpoint, int surveyVersion, int member, long position, long[] answers) {}

    void add(SortedMap<FacetKey, Counts> facets) {
        database.write(
                ADD,
                facets.entrySet().stream()
                        .map(entry -> row(entry.getKey(), entry.getValue()))
                        .toList());
    }

    void read(TallyFilter filter, TallyGroup group, List<Members> members, Stretches stretches, Sums sums) {
        List<Part> parts = stretches.rangesByHourOfDay().stream()
                .flatMap(range -> parts(filter, members, range).stream())
                .toList();
        if (parts.isEmpty()) {
            return;
        }
        List<Object> parameters = new ArrayList<>();
        String sql = IntStream.range(0, parts.size())
                .mapToObj(number -> select(number, parts.get(number), filter, group, parameters))
                .collect(Collectors.joining(" UNION ALL "));
        for (Row row : database.rows(sql, FacetTallies::row, parameters)) {
            Part part = parts.get(row.part());
            Map<Integer, Integer> shares = part.shares(stretches, row.position());
            String name = part.members().groups().get(row.member());
            sums.add(row.touchpoint(), row.surveyVersion(), name, shares, row.answers());
            if (part.members().fromRest()) {
                long[] off = Arrays.stream(row.answers()).map(n -> -n).toArray();
                sums.add(row.touchpoint(), row.surveyVersion(), null, shares, off);
            }
        }
    }

    /** From the first to the last start of a tally of this range; empty when there is none. */
    Optional<Span> starts(TallyFilter filter, List<Members> members, Stretches.Range range) {
        List<Object> parameters = new ArrayList<>();
        String tallies = parts(filter, members, range).stream()
                .map(part -> "SELECT MIN(bucket) AS earliest, MAX(bucket) AS latest" + where(part, filter, parameters))
                .collect(Collectors.joining(" UNION ALL "));
        return tallies.isEmpty()
                ? Optional.empty()
                : database.row(
                                "SELECT MIN(earliest) AS earliest, MAX(latest) AS latest FROM (" + tallies
                                        + ") AS parts",
                                row -> new Span(Database.instant(row, "earliest"), Database.instant(row, "latest")),
                                parameters.toArray())
                        .filter(starts -> starts.from() != null);
    }

    private static List<Part> parts(TallyFilter filter, List<Members> members, Stretches.Range range) {
        int each = Math.max(
                1, MOST_STRETCHES / (range.hoursOfDay().size() * range.spans().size()));
        return members.stream()
                .flatMap(some -> chunks(some.groups().keySet(), each).stream().map(ids -> new Part(some, ids, range)))
                .toList();
    }

    static List<List<Integer>> chunks(Collection<Integer> all, int size) {
        List<Integer> sorted = all.stream().sorted().toList();
        return IntStream.iterate(0, start -> start < sorted.size(), start -> start + size)
                .mapToObj(start -> sorted.subList(start, Math.min(sorted.size(), start + size)))
                .toList();
    }

    private static String select(int number, Part part, TallyFilter filter, TallyGroup group, List<Object> parameters) {
        List<Stretches.Portion> portions = part.range().portions();
        String start = "TIMESTAMPDIFF(HOUR, '1970-01-01', bucket)";
        String where = where(part, filter, parameters);
        if (group instanceof TallyGroup.Together together) {
            String version = TallyColumns.standIn(together);
            return "SELECT " + number + ", " + together.touchpoint() + ", " + version + " AS version, "
                    + part.ids().getFirst() + ", " + (portions.isEmpty() ? start : position(portions))
                    + " AS position, " + TallyColumns.SUMS + where + " GROUP BY version, "
                    + (portions.isEmpty() ? "bucket" : "position");
        }
        if (portions.isEmpty()) {
            return "SELECT " + number + ", touchpoint_id, survey_version_id, member_id, " + start + " AS position, "
                    + TallyColumns.ALL + where;
        }
        return "SELECT " + number + ", touchpoint_id, survey_version_id, member_id, " + position(portions)
                + " AS position, " + TallyColumns.SUMS + where
                + " GROUP BY touchpoint_id, survey_version_id, member_id, position";
    }

    private static String position(List<Stretches.Portion> portions) {
        return portions.size() == 1
                ? "0"
                : "INTERVAL(TIMESTAMPDIFF(DAY, '1970-01-01', bucket), "
                        + portions.stream()
                                .map(portion -> Long.toString(portion.from().getEpochSecond() / SECONDS_OF_A_DAY))
                                .collect(Collectors.joining(", "))
                        + ") - 1";
    }

    private static String where(Part part, TallyFilter filter, List<Object> parameters) {
        Stretches.Range range = part.range();
        StringBuilder where = new StringBuilder(" FROM facet_tally WHERE grain = ? AND facet = ?");
        parameters.add(range.grain());
        parameters.add(part.members().facet());
        if (Facet.OF_A_TOUCHPOINT.contains(part.members().facet())) {
            where.append(" AND touchpoint_id").append(TallyColumns.in(filter.touchpoints(), parameters));
        }
        where.append(" AND member_id").append(TallyColumns.in(part.ids(), parameters));
        where.append(" AND hour_of_day").append(TallyColumns.in(range.hoursOfDay(), parameters));
        where.append(" AND (")
                .append(TallyColumns.within(range.spans(), parameters))
                .append(")");
        return where.append(" AND survey_version_id")
                .append(TallyColumns.in(filter.surveyVersions(), parameters))
                .toString();
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getInt(1),
                row.getInt(2),
                row.getInt(3),
                row.getInt(4),
                row.getLong(5),
                TallyColumns.answers(row, 6));
    }

    private static Object[] row(FacetKey key, Counts counts) {
        return TallyColumns.row(
                counts,
                key.grain(),
                key.touchpoint(),
                key.facet(),
                key.member(),
                key.hourOfDay(),
                key.bucket(),
                key.surveyVersion());
    }
}
