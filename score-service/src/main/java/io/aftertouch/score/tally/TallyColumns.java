package io.aftertouch.score.tally;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.aftertouch.score.database.Database;
import io.aftertouch.score.metric.Counts;
import io.aftertouch.score.metric.Scale;

/** The columns that all tables of tallies have: one for each score from 0 to 10. */
final class TallyColumns {

    static final int NUMBER = Scale.HIGHEST + 1;

    static final String ALL = each("n%d");

    static final String SUMS = each("SUM(n%d)");

    /** What follows an insert whose counts are to be added to those that are there. */
    static final String ADDED = "ON DUPLICATE KEY UPDATE " + each("n%1$d = n%1$d + VALUES(n%1$d)");

    private TallyColumns() {}

    private static String each(String format) {
        return IntStream.range(0, NUMBER).mapToObj(format::formatted).collect(Collectors.joining(", "));
    }

    /** How many answers gave each score, in the columns from this one on. */
    static long[] answers(ResultSet row, int column) throws SQLException {
        long[] answers = new long[NUMBER];
        for (int score = 0; score < NUMBER; score++) {
            answers[score] = row.getLong(column + score);
        }
        return answers;
    }

    static void add(List<Object> row, Counts counts) {
        for (int score = 0; score < NUMBER; score++) {
            row.add(counts.at(score));
        }
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
