package io.aftertouch.local.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A year of answers at twenty touchpoints, from twelve countries, four plans and three channels, written by the database itself: as the counts that
 * score-service would have made of them, and one row each into a table with the indexes that fit the questions asked of it. The same number of answers
 * gives the same ones at every run.
 */
final class YearOfAnswers {

    static final int TOUCHPOINTS = 20;
    static final List<String> COUNTRIES =
            List.of("AT", "BE", "CH", "DE", "DK", "EE", "FI", "FR", "IS", "NL", "NO", "SE");
    static final List<String> PLANS = List.of("basic", "business", "plus", "pro");
    static final List<String> CHANNELS = List.of("email", "store", "web");

    /** Of the twenty, so many ask for NPS, then so many for CSAT; the rest asks for CES. */
    static final int OF_NPS = 14;

    private static final int OF_CSAT = 4;
    private static final List<String> GRAINS = List.of("HOUR", "DAY", "MONTH");
    private static final Crew WRITERS = new Crew(2);
    private static final String COUNTS = eachScore("n%d");
    private static final String ADDED = eachScore("SUM(n%d)");

    private final MeasuredSuite suite;
    private final int answers;

    YearOfAnswers(MeasuredSuite suite, int answers) {
        this.suite = suite;
        this.answers = answers;
    }

    static String touchpoint(int number) {
        return "touchpoint." + number;
    }

    static String metric(int touchpoint) {
        return touchpoint <= OF_NPS ? "NPS" : touchpoint <= OF_NPS + OF_CSAT ? "CSAT" : "CES";
    }

    /** Names everything that the answers are about. Their last moment is that of this call. */
    static void configure(MeasuredSuite suite) throws SQLException {
        try (Connection connection = suite.scoreDatabase();
                Statement statement = connection.createStatement()) {
            for (int i = 1; i <= TOUCHPOINTS; i++) {
                statement.execute(
                        "INSERT INTO touchpoint (id, touchpoint_key, name, stage, stage_name, stage_position, position, channel, saved_at) VALUES (%1$d, '%2$s', 'Touchpoint %1$d', 'stage-%3$d', 'Stage %3$d', %3$d, %1$d, 'web', UTC_TIMESTAMP(6))"
                                .formatted(i, touchpoint(i), 1 + i % 5));
                statement.execute(surveyVersion(i));
            }
            insertAll(statement, "channel (name)", CHANNELS, "('%s')");
            insertAll(statement, "segment_dimension (name)", List.of("country", "plan"), "('%s')");
            for (String table : List.of("segment_value", "segment")) {
                insertAll(statement, table + " (dimension, value)", COUNTRIES, "('country', '%s')");
                insertAll(statement, table + " (dimension, value)", PLANS, "('plan', '%s')");
            }
            statement.execute(
                    "INSERT INTO segment_profile (id, fingerprint) SELECT seq, UNHEX(SHA2(seq, 256)) FROM seq_1_to_%d"
                            .formatted(COUNTRIES.size() * PLANS.size()));
            statement.execute(
                    "INSERT INTO profile_segment (profile_id, dimension, value) SELECT id, 'country', %s FROM segment_profile"
                            .formatted(oneOf(COUNTRIES, "(id - 1) DIV 4")));
            statement.execute(
                    "INSERT INTO profile_segment (profile_id, dimension, value) SELECT id, 'plan', %s FROM segment_profile"
                            .formatted(oneOf(PLANS, "(id - 1) MOD 4")));
            statement.execute("""
                    CREATE TABLE raw_answer (id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY, touchpoint VARCHAR(64) COLLATE utf8mb4_bin NOT NULL,
                        metric VARCHAR(8) COLLATE utf8mb4_bin NOT NULL, channel VARCHAR(64) COLLATE utf8mb4_bin NOT NULL,
                        country VARCHAR(64) COLLATE utf8mb4_bin NOT NULL, plan VARCHAR(64) COLLATE utf8mb4_bin NOT NULL,
                        score TINYINT NOT NULL, answered_at DATETIME NOT NULL)
                    """);
            statement.execute("CREATE TABLE year_end (at DATETIME NOT NULL) AS SELECT UTC_TIMESTAMP() AS at");
        }
    }

    private static void insertAll(Statement statement, String into, List<String> values, String row)
            throws SQLException {
        statement.execute("INSERT INTO " + into + " VALUES "
                + values.stream().map(row::formatted).collect(Collectors.joining(", ")));
    }

    private static String surveyVersion(int touchpoint) {
        String columns =
                "INSERT INTO survey_version (id, survey_key, version, title, metric, scale_key, scale_min, scale_max, positive_from, positive_to, negative_from, negative_to, good_end, published_at) VALUES (%1$d, 'survey-%1$d', 1, 'Survey %1$d', ";
        String scale =
                switch (metric(touchpoint)) {
                    case "NPS" -> "'NPS', 'NPS', 0, 10, 9, 10, 0, 6";
                    case "CSAT" -> "'CSAT', 'CSAT_5', 1, 5, 4, 5, 1, 2";
                    default -> "'CES', 'CES_2', 1, 7, 5, 7, 1, 3";
                };
        return columns.formatted(touchpoint) + scale + ", 'HIGH', UTC_TIMESTAMP(6))";
    }

    /** Replaces whatever answers there were. */
    void load() throws Exception {
        try (Connection connection = suite.scoreDatabase();
                Statement statement = connection.createStatement()) {
            for (String table : List.of("tally", "facet_tally", "raw_answer")) {
                statement.execute("TRUNCATE TABLE " + table);
            }
            statement.execute(
                    "ALTER TABLE raw_answer DROP INDEX IF EXISTS by_touchpoint, DROP INDEX IF EXISTS by_segments");
        }
        WRITERS.each(TOUCHPOINTS, piece -> {
            try (Connection connection = suite.scoreDatabase();
                    Statement statement = connection.createStatement()) {
                statement.execute(
                        "SET SESSION unique_checks = 0, foreign_key_checks = 0, tmp_memory_table_size = 268435456, max_heap_table_size = 268435456");
                write(statement, piece + 1);
            }
        });
        try (Connection connection = suite.scoreDatabase();
                Statement statement = connection.createStatement()) {
            for (String grain : GRAINS) {
                anywhere(statement, grain);
            }
            statement.execute(
                    "ALTER TABLE raw_answer ADD INDEX by_touchpoint (touchpoint, answered_at, country, plan, score), ADD INDEX by_segments (country, plan, metric, answered_at, score)");
            statement.execute("ANALYZE TABLE tally, facet_tally, raw_answer");
        }
    }

    /** What is random about an answer comes from one hash of its number: where it is from, when it was given, and the score. */
    private void write(Statement statement, int touchpoint) throws SQLException {
        statement.execute(
                "CREATE OR REPLACE TEMPORARY TABLE these ENGINE = MyISAM AS SELECT %1$s AS h, (SELECT at FROM year_end) - INTERVAL FLOOR(365 * 86400 * %2$s / 4294967296) SECOND AS at, %3$s AS score FROM (SELECT MD5(CONCAT(seq, '/%4$d')) AS hash FROM seq_1_to_%5$d) AS hashes"
                        .formatted(part(1), part(2), score(touchpoint), touchpoint, answers / TOUCHPOINTS));
        statement.execute(
                "INSERT INTO raw_answer (touchpoint, metric, channel, country, plan, score, answered_at) SELECT '%s', '%s', %s, %s, %s, score, at FROM these"
                        .formatted(
                                touchpoint(touchpoint),
                                metric(touchpoint),
                                oneOf(CHANNELS, "h DIV 48 MOD 3"),
                                oneOf(COUNTRIES, "h DIV 4 MOD 12"),
                                oneOf(PLANS, "h MOD 4")));
        statement.execute(
                "INSERT INTO tally (grain, touchpoint_id, bucket, survey_version_id, channel_id, profile_id, %1$s) SELECT 'HOUR', %2$d, DATE_FORMAT(at, '%%Y-%%m-%%d %%H:00:00') AS start, %2$d, 1 + h DIV 48 MOD 3 AS channel, 1 + h MOD 48 AS profile, %3$s FROM these GROUP BY start, channel, profile"
                        .formatted(COUNTS, touchpoint, eachScore("SUM(score = %d)")));
        rollUp(statement, touchpoint, "HOUR", "DAY", "DATE(bucket)");
        rollUp(statement, touchpoint, "DAY", "MONTH", "DATE_FORMAT(bucket, '%Y-%m-01')");
        for (String grain : GRAINS) {
            facet(statement, touchpoint, grain, "ALL", "0");
            facet(statement, touchpoint, grain, "TOUCHPOINT", "touchpoint_id");
            facet(statement, touchpoint, grain, "CHANNEL", "channel_id");
            facet(statement, touchpoint, grain, "SEGMENT", "1 + (profile_id - 1) DIV 4");
            facet(statement, touchpoint, grain, "SEGMENT", "13 + (profile_id - 1) MOD 4");
            facet(statement, touchpoint, grain, "PROFILE", "profile_id");
        }
    }

    private static void rollUp(Statement statement, int touchpoint, String from, String to, String bucket)
            throws SQLException {
        statement.execute(
                "INSERT INTO tally (grain, touchpoint_id, bucket, survey_version_id, channel_id, profile_id, %s) SELECT '%s', %d, %s AS start, survey_version_id, channel_id, profile_id, %s FROM tally WHERE grain = '%s' AND touchpoint_id = %d GROUP BY start, survey_version_id, channel_id, profile_id"
                        .formatted(COUNTS, to, touchpoint, bucket, ADDED, from, touchpoint));
    }

    private static void facet(Statement statement, int touchpoint, String grain, String facet, String member)
            throws SQLException {
        statement.execute(
                "INSERT INTO facet_tally (grain, touchpoint_id, facet, member_id, hour_of_day, bucket, survey_version_id, %s) SELECT grain, touchpoint_id, '%s', %s AS member, IF(grain = 'HOUR', HOUR(bucket), 0) AS hour, bucket, survey_version_id, %s FROM tally WHERE grain = '%s' AND touchpoint_id = %d GROUP BY member, hour, bucket, survey_version_id"
                        .formatted(COUNTS, facet, member, ADDED, grain, touchpoint));
    }

    private static void anywhere(Statement statement, String grain) throws SQLException {
        statement.execute(
                "INSERT INTO facet_tally (grain, touchpoint_id, facet, member_id, hour_of_day, bucket, survey_version_id, %s) SELECT f.grain, 0, 'ANYWHERE', f.member_id, f.hour_of_day, f.bucket, s.first_id, %s FROM facet_tally f JOIN survey_version v ON v.id = f.survey_version_id JOIN (SELECT scale_key, MIN(id) AS first_id FROM survey_version GROUP BY scale_key) s ON s.scale_key = v.scale_key WHERE f.grain = '%s' AND f.facet = 'PROFILE' GROUP BY f.member_id, f.hour_of_day, f.bucket, s.first_id"
                        .formatted(COUNTS, ADDED, grain));
    }

    /** One of the four numbers below 2^32 that a hash holds. */
    private static String part(int number) {
        return "CAST(CONV(SUBSTR(hash, " + (8 * number - 7) + ", 8), 16, 10) AS UNSIGNED)";
    }

    /** Some give many promoters, none gives none. */
    private static String score(int touchpoint) {
        return switch (metric(touchpoint)) {
            case "NPS" -> "ELT(1 + " + part(3) + " MOD 16, 10, 9, 10, 9, 8, 7, 8, 7, 0, 3, 5, 6, 9, 10, 2, 9)";
            case "CSAT" -> "1 + " + part(3) + " MOD 5";
            default -> "1 + " + part(3) + " MOD 7";
        };
    }

    private static String oneOf(List<String> values, String position) {
        return "ELT(1 + " + position + ", '" + String.join("', '", values) + "')";
    }

    private static String eachScore(String format) {
        return IntStream.rangeClosed(0, 10).mapToObj(format::formatted).collect(Collectors.joining(", "));
    }
}
