package io.aftertouch.local.bench;

import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.aftertouch.local.journey.Site;

import static org.awaitility.Awaitility.await;

/** How soon the inbox shows a page when a million answers and fifty thousand open cases lie behind it. */
final class InboxBenchmark implements Benchmark {

    /** Fewer to try it out: {@code JAVA_TOOL_OPTIONS=-Daftertouch.bench.answers=50000}, whole slices. */
    private static final int RESPONSES = Integer.getInteger("aftertouch.bench.answers", 1_000_000);

    private static final int OPEN_CASES = RESPONSES / 20;
    private static final int SLICE = 50_000;
    private static final int TOUCHPOINTS = 12;
    private static final int REQUESTS = 60;
    private static final int TO_WARM_UP = 20;
    private static final Crew TEAM = new Crew(2);

    @Override
    public String about() {
        return "pages of the inbox over a million answers and fifty thousand open cases";
    }

    @Override
    public void measure(MeasuredSuite suite, Report report) throws Exception {
        configure(suite.site());
        load(suite, report);
        for (var page : pages(suite.site()).entrySet()) {
            TEAM.each(TO_WARM_UP, piece -> get(suite, page.getValue()));
            Crew.Took took = TEAM.each(REQUESTS, piece -> get(suite, page.getValue()));
            report.line(
                    page.getKey(),
                    "%4.0f ms (p50) %4.0f ms (p95) %4.0f ms (p99)  %s",
                    took.milliseconds(50),
                    took.milliseconds(95),
                    took.milliseconds(99),
                    page.getValue());
        }
    }

    private static Map<String, String> pages(Site site) {
        Map<String, String> pages = new LinkedHashMap<>();
        String one = site.get("/api/v1/review-cases?limit=1").at("/items/0/id").asText();
        pages.put("one case", "/inbox?case=" + one);
        pages.put("open", "/inbox");
        pages.put("new", "/inbox?state=NEW");
        pages.put("touchpoint", "/inbox?tp=touchpoint.3");
        pages.put("nobody's", "/inbox?who=nobody");
        pages.put("mine", "/inbox?who=me");
        pages.put("team", "/inbox?team=desk");
        pages.put("late", "/inbox?due=late");
        pages.put("resolved", "/inbox?state=RESOLVED");
        pages.put("tp resolved", "/inbox?state=RESOLVED&tp=touchpoint.3");
        pages.put("often said", "/inbox?q=arrived");
        pages.put("rarely said", "/inbox?q=zebra");
        pages.put("never said", "/inbox?q=unicorn");
        pages.put("said, closed", "/inbox?state=RESOLVED&q=zebra");
        pages.put("said in part", "/inbox?q=0421");
        pages.put("segment", "/inbox?segment=country:DK");
        pages.put("rare segment", "/inbox?segment=plan:club");
        pages.put("rare, closed", "/inbox?state=RESOLVED&segment=plan:club");
        pages.put("some, closed", "/inbox?state=RESOLVED&segment=plan:gold");
        pages.put("segment, said", "/inbox?segment=plan:club&q=unicorn");
        pages.put("count", "/inbox/count");
        pages.put("API", "/api/v1/review-cases?state=NEW&order=DUE");
        pages.put("API words", "/api/v1/review-cases?q=zebra");
        pages.put("figures", "/inbox/figures");
        return pages;
    }

    private static void get(MeasuredSuite suite, String path) throws Exception {
        HttpResponse<String> answer = suite.get(path);
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(path + " answered " + answer.statusCode() + ": " + answer.body());
        }
    }

    private static void configure(Site site) {
        for (int i = 0; i < TOUCHPOINTS; i++) {
            site.post(
                    "/api/v1/touchpoints",
                    Map.of("key", "touchpoint." + i, "name", "Touchpoint " + i, "stage", "purchase", "channel", "web"));
        }
        site.post("/api/v1/surveys", Map.of("key", "shop", "metric", "NPS", "subject", "Nordlys"));
        site.post("/api/v1/surveys/shop/publication", Map.of());
        Map<String, Object> answer =
                Map.of("source", "shop", "id", "first", "survey", "shop", "touchpoint", "touchpoint.0", "score", 2);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> site.send("POST", "/api/v1/responses", answer).status() < 300);
    }

    /** Writes them as the service would have, in the order of time; every seventh is negative, the last of those are open. */
    private static void load(MeasuredSuite suite, Report report) throws SQLException {
        long from = System.nanoTime();
        try (Connection connection = suite.feedbackDatabase();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE numbers (k INT PRIMARY KEY)");
            for (String insert : numbers()) {
                statement.execute(insert);
            }
            for (int start = 0; start < RESPONSES; start += SLICE) {
                statement.execute(responses(start));
                statement.execute(cases(start));
            }
            statement.execute(
                    "INSERT IGNORE INTO case_words SELECT c.id, LOWER(r.comment) FROM review_case c JOIN response r ON r.id = c.response_id"
                            + " WHERE r.comment IS NOT NULL");
            for (String dimension : List.of("country", "plan")) {
                statement.execute("INSERT IGNORE INTO case_segment SELECT '" + dimension
                        + "', JSON_UNQUOTE(JSON_EXTRACT(segments, '$." + dimension + "')), id FROM review_case");
            }
            statement.execute(
                    "INSERT INTO case_history (case_id, step, state, text, at) SELECT id, 'OPENED', 'NEW', reason, opened_at FROM review_case");
            statement.execute("DROP TABLE numbers");
            statement.execute("ANALYZE TABLE response, review_case, case_words, case_segment, case_history");
            report.line(
                    "loaded",
                    "%,d answers, %,d cases, %,d of them open, in %.0f s",
                    number(statement, "SELECT COUNT(*) FROM response"),
                    number(statement, "SELECT COUNT(*) FROM review_case"),
                    number(statement, "SELECT COUNT(*) FROM review_case WHERE is_open"),
                    (System.nanoTime() - from) / 1e9);
        }
    }

    private static List<String> numbers() {
        List<String> inserts = new ArrayList<>();
        for (int start = 0; start < SLICE; start += 5_000) {
            StringBuilder insert = new StringBuilder("INSERT INTO numbers VALUES ");
            for (int k = start; k < start + 5_000; k++) {
                insert.append(k == start ? "(" : ",(").append(k).append(')');
            }
            inserts.add(insert.toString());
        }
        return inserts;
    }

    private static String responses(int start) {
        return """
                INSERT INTO response (id, answer_key, body_digest, revision, source, source_id, survey, survey_version, metric, scale_key,
                    touchpoint, channel, respondent_ref, segments, locale, score, band, comment, answered_at, recorded_at)
                SELECT %1$s, UNHEX(SHA2(CONCAT('bench', n), 256)), UNHEX(SHA2(n, 256)), 1, 'bench', n, 'shop', 1, 'NPS', 'NPS',
                    CONCAT('touchpoint.', MOD(n, 12)), 'web', CONCAT('r-', MOD(n * 7, 200000)),
                    CONCAT('{"country":"', ELT(1 + MOD(n, 3), 'DK', 'SE', 'NO'), '"}'), 'en',
                    IF(MOD(n, 7) = 0, MOD(n, 5), 9), IF(MOD(n, 7) = 0, 'NEGATIVE', 'POSITIVE'),
                    CONCAT(ELT(1 + MOD(n, 5), 'It never arrived, and nobody answered when I called about order ', 'The parcel arrived broken: ',
                        'Too slow for what it costs, ', 'Friendly people, poor information about ', 'Never again '), n,
                        IF(MOD(n, 2003) = 0, ' zebra', '')),
                    %2$s, %2$s
                FROM (SELECT k + %3$d AS n FROM numbers) AS these
                """.formatted(id(), at(), start);
    }

    private static String cases(int start) {
        int firstOpen = RESPONSES - OPEN_CASES * 7;
        return """
                INSERT INTO review_case (id, version, response_id, touchpoint, survey, segments, state, is_open, reason, assignee, taken_at,
                    first_taken_at, taken_in_time, outcome, root_cause, opened_at, warn_at, due_at, changed_at, team, snoozed_until)
                SELECT %1$s, 0, %1$s, CONCAT('touchpoint.', MOD(n, 12)), 'shop',
                    CONCAT('{"country":"', ELT(1 + MOD(n, 3), 'DK', 'SE', 'NO'), '","plan":"',
                        IF(MOD(n, 4001) = 0, 'club', IF(MOD(n, 53) = 0, 'gold', 'basic')), '"}'), state, n >= %4$d, 'LOW_SCORE',
                    IF(state IN ('NEW', 'SNOOZED'), NULL, CONCAT('agent-', MOD(n, 40))), IF(state IN ('NEW', 'SNOOZED'), NULL, %2$s),
                    IF(state IN ('NEW', 'SNOOZED'), NULL, %2$s), IF(state IN ('NEW', 'SNOOZED'), NULL, MOD(n, 9) > 0),
                    IF(state = 'RESOLVED', 'EXPLAINED', NULL), IF(state = 'RESOLVED', CONCAT('Cause ', MOD(n, 30)), NULL),
                    %2$s, %2$s + INTERVAL 3 HOUR, %2$s + INTERVAL 4 HOUR, %2$s, ELT(1 + MOD(n, 3), 'desk', 'store', NULL),
                    IF(state = 'SNOOZED', '2099-01-01', NULL)
                FROM (SELECT k + %3$d AS n,
                        IF(k + %3$d < %4$d, 'RESOLVED', ELT(1 + MOD(k, 10), 'NEW', 'NEW', 'IN_PROGRESS', 'NEW', 'WAITING', 'NEW', 'IN_PROGRESS', 'NEW', 'NEW', 'SNOOZED')) AS state
                    FROM numbers WHERE MOD(k + %3$d, 7) = 0) AS these
                """.formatted(id(), at(), start, firstOpen);
    }

    /** Grows with the number as those of the service grow with time. */
    private static String id() {
        return "CONCAT(UNHEX(LPAD(HEX(1700000000000 + n), 12, '0')), UNHEX('7000'), UNHEX(LPAD(HEX(n), 16, '0')))";
    }

    /** Half a minute lies between two answers, so that it is nearly a year until today. */
    private static String at() {
        return "(UTC_TIMESTAMP(6) - INTERVAL (30 * (" + RESPONSES + " - n)) SECOND)";
    }

    private static long number(Statement statement, String query) throws SQLException {
        try (var result = statement.executeQuery(query)) {
            result.next();
            return result.getLong(1);
        }
    }
}
