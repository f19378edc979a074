package io.aftertouch.score.tally;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.aftertouch.platform.sql.ManyRows;
import io.aftertouch.score.database.Database;
import io.aftertouch.score.metric.Counts;
import io.aftertouch.score.metric.Scale;

/** The columns that all tables of tallies have: one for each score from 0 to 10. */
final class TallyColumns {

    static final int NUMBER = Scale.HIGHEST + 1;

    static final String ALL = each("n%d");

    /** As floating point, which is exact for counts and takes a server half the time of the decimals in which it adds up integers. */
    static final String SUMS = each("SUM(n%d + 0e0)");

    /** What sums over all touchpoints lack by those of the touchpoints, for a table with the alias f. */
    static final String MISSING = each("SUM(IF(f.facet = 'ANYWHERE', -f.n%1$d, f.n%1$d)) AS missing%1$d");

    static final String ANY_MISSING = each("missing%d <> 0", " OR ");

    private TallyColumns() {}

    private static String each(String format) {
        return each(format, ", ");
    }

    private static String each(String format, String between) {
        return IntStream.range(0, NUMBER).mapToObj(format::formatted).collect(Collectors.joining(between));
    }

    /** The number of the survey version under which a row is added up. */
    static String standIn(TallyGroup.Together together) {
        Map<Integer, Integer> standIns = together.standIns();
        Set<Integer> different = new HashSet<>(standIns.values());
        return different.size() == 1
                ? different.iterator().next().toString()
                : "ELT(FIELD(survey_version_id, " + joined(standIns.keySet()) + "), " + joined(standIns.values()) + ")";
    }

    private static String joined(Collection<Integer> numbers) {
        return numbers.stream().map(Object::toString).collect(Collectors.joining(", "));
    }

    /** How many answers gave each score, in the columns from this one on. */
    static long[] answers(ResultSet row, int column) throws SQLException {
        long[] answers = new long[NUMBER];
        for (int score = 0; score < NUMBER; score++) {
            answers[score] = row.getLong(column + score);
        }
        return answers;
    }

    /**
     * A statement that adds counts to those of the same key, and makes the row where there is none.
     *
     * @param key the columns before the counts
     */
    static ManyRows adding(String table, List<String> key) {
        return new ManyRows(
                "INSERT INTO " + table + " (" + String.join(", ", key) + ", " + ALL + ") VALUES",
                "(" + Database.marks(key.size() + NUMBER) + ")",
                "ON DUPLICATE KEY UPDATE " + each("n%1$d = n%1$d + VALUES(n%1$d)"));
    }

    /** The values of such a row. */
    static Object[] row(Counts counts, Object... key) {
        Object[] row = Arrays.copyOf(key, key.length + NUMBER);
        for (int score = 0; score < NUMBER; score++) {
            row[key.length + score] = counts.at(score);
        }
        return row;
    }

    /** {@code IN (…)} for values of which there is at least one. */
    static String in(Collection<?> values, List<Object> parameters) {
        parameters.addAll(values);
        return " IN (" + Database.marks(values.size()) + ")";
    }

    /** That a bucket begins in one of these spans. */
    static String within(List<Span> spans, List<Object> parameters) {
        return spans.stream().map(span -> within(span, parameters)).collect(Collectors.joining(" OR "));
    }

    private static String within(Span span, List<Object> parameters) {
        List<String> bounds = new ArrayList<>(List.of("TRUE"));
        if (span.from() != null) {
            bounds.add("bucket >= ?");
            parameters.add(span.from());
        }
        if (span.to() != null) {
            bounds.add("bucket < ?");
            parameters.add(span.to());
        }
        return String.join(" AND ", bounds);
    }
}
