package io.aftertouch.local.bench;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.aftertouch.local.journey.Site;

import static org.awaitility.Awaitility.await;

/**
 * How soon the coverage and the ledger are there over a million decisions of four weeks, before and after their days were counted ahead; how soon
 * somebody is found among a million respondents; and how long a file of a hundred thousand takes.
 */
final class DecisionsBenchmark implements Benchmark {

    /** Fewer to try it out: {@code JAVA_TOOL_OPTIONS=-Daftertouch.bench.decisions=50000}. */
    private static final int MANY = Integer.getInteger("aftertouch.bench.decisions", 1_000_000);

    private static final int IN_THE_FILE = MANY / 10;
    private static final int SLICES = 10;
    private static final int DAYS = 27;
    private static final int TOUCHPOINTS = 20;
    private static final int REQUESTS = 40;
    private static final int SLOW_REQUESTS = 3;
    private static final int TO_WARM_UP = 3;

    /** Milliseconds. */
    private static final int SOON = 200;

    private static final Crew ONE_CLIENT = new Crew(1);
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String COUNTRY =
            "ELT(1 + %s DIV 4, 'AT', 'BE', 'CH', 'DE', 'DK', 'EE', 'FI', 'FR', 'IS', 'NL', 'NO', 'SE')";

    private static final String PROFILES =
            "INSERT INTO segment_profile (id, segments) SELECT UNHEX(MD5(seq)), CONCAT('{\"country\":\"', "
                    + COUNTRY.formatted("seq")
                    + ", '\",\"plan\":\"', ELT(1 + seq MOD 4, 'basic', 'business', 'plus', 'pro'), '\"}') FROM seq_0_to_47";

    private static final String RESPONDENTS = """
            INSERT INTO respondent (ref, email, phone, name, locale, email_contact, phone_contact, country, opted_out, first_seen_at, last_seen_at)
            SELECT CONCAT('r-', LPAD(seq, 7, '0')), CONCAT('P', seq, '@example.com'), CONCAT('+45', 10000000 + seq),
                CONCAT(ELT(1 + h MOD 8, 'Freja', 'Emil', 'Ida', 'Lars', 'Åse', 'Mette', 'Björn', 'Sofie'), ' ',
                    ELT(1 + h DIV 8 MOD 6, 'Holm', 'Berg', 'Lind', 'Dahl', 'Krogh', 'Vik'), ' ', seq),
                'da', CONCAT('p', seq, '@example.com'), CONCAT('+45', 10000000 + seq),
            """ + COUNTRY.formatted("p") + ", h DIV 64 MOD 50 = 0, at, at";

    private static final String INVITATIONS = """
            INSERT INTO invitation (id, token_hash, event_id, rule_id, survey_key, survey_version, touchpoint_key, respondent_ref,
                email_contact, channel, state, reason, occurred_at, scheduled_at, due_at, expires_at, asked_at, next_attempt_at, attempts, sent_at,
                closed_at, country)
            SELECT id, UNHEX(SHA2(seq, 256)), id, UNHEX(REPLACE('%s', '-', '')), 'shop', 1, CONCAT('touchpoint.', seq MOD 20),
                CONCAT('r-', LPAD(seq, 7, '0')), CONCAT('p', seq, '@example.com'), 'EMAIL', fate,
                CASE fate WHEN 'BOUNCED' THEN 'ADDRESS_REFUSED' WHEN 'CANCELLED' THEN 'OPTED_OUT' END, at, at, at, at + INTERVAL 60 DAY, at,
                at + INTERVAL 60 DAY, 1, IF(fate IN ('BOUNCED', 'CANCELLED'), NULL, at), IF(fate = 'SENT', NULL, at), 'DK'
            """;

    private static final String DECISIONS = """
            INSERT INTO decision (id, event_id, touchpoint_key, respondent_ref, rule_id, survey_key, outcome, reason, invitation_id, decided_at,
                profile_id)
            SELECT id, id, CONCAT('touchpoint.', seq MOD 20), CONCAT('r-', LPAD(seq, 7, '0')), UNHEX(REPLACE('%s', '-', '')), 'shop',
                IF(why = 'INVITED', 'INVITED', 'NOT_INVITED'), why, IF(why = 'INVITED', id, NULL), at, UNHEX(MD5(p))
            """;

    @Override
    public String about() {
        return "coverage and ledger over a million decisions, search among a million respondents, an import of 100,000";
    }

    @Override
    public void measure(MeasuredSuite suite, Report report) throws Exception {
        String rule = configure(suite.site());
        load(suite, report, rule);
        forgetCounts(suite);
        Map<String, String> coverage = Map.of(
                "touchpoints", "/api/v1/decisions/coverage",
                "segments", "/api/v1/decisions/coverage?groupBy=segment:country");
        Map<String, JsonNode> looked = new LinkedHashMap<>();
        for (var question : coverage.entrySet()) {
            looked.put(question.getKey(), groups(suite, question.getValue()));
            askUncounted(suite, report, question.getKey(), question.getValue());
        }
        awaitCounts(suite, report);
        for (var question : coverage.entrySet()) {
            if (!groups(suite, question.getValue()).equals(looked.get(question.getKey()))) {
                throw new IllegalStateException(
                        question.getValue() + " says something else since days are counted ahead");
            }
        }
        for (var page : pages().entrySet()) {
            double p95 = ask(suite, report, page.getKey(), page.getValue());
            if (page.getValue().startsWith("/decisions")) {
                report.figure(
                        "page over %,d decisions: %s".formatted(MANY, page.getKey()),
                        "p95 below %d ms".formatted(SOON),
                        p95 < SOON,
                        "%.0f ms".formatted(p95),
                        "");
            }
        }
        file(suite, report, "imported");
        file(suite, report, "again");
    }

    private static Map<String, String> pages() {
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put("touchpoints", "/api/v1/decisions/coverage");
        pages.put("segments", "/api/v1/decisions/coverage?groupBy=segment:country");
        pages.put("one, segments", "/api/v1/decisions/coverage?groupBy=segment:plan&touchpoint=touchpoint.3");
        pages.put("page", "/decisions/coverage");
        pages.put("page, year", "/decisions/coverage?period=YEAR&groupBy=segment:plan");
        pages.put("ledger page", "/decisions");
        pages.put("ledger, tp", "/decisions?touchpoint=touchpoint.3");
        pages.put("ledger, why", "/decisions?reason=QUARANTINE");
        pages.put("one person", "/api/v1/decisions?respondent=r-0000017");
        pages.put("tp and why", "/api/v1/decisions?touchpoint=touchpoint.3&reason=NO_ADDRESS");
        pages.put("never said", "/api/v1/decisions?touchpoint=touchpoint.3&reason=ERASED");
        pages.put("respondents", "/api/v1/respondents");
        pages.put("reference", "/api/v1/respondents?q=r-00123");
        pages.put("name", "/api/v1/respondents?q=Freja");
        pages.put("mailbox", "/api/v1/respondents?q=p12345");
        pages.put("nobody", "/api/v1/respondents?q=zzz");
        pages.put("address", "/api/v1/respondents?email=p777@example.com");
        pages.put("telephone", "/api/v1/respondents?phone=%2B4510000777");
        pages.put("opted out", "/api/v1/respondents?optedOut=true");
        pages.put("in Iceland", "/api/v1/respondents?country=IS&optedOut=true");
        pages.put("search page", "/respondents?q=Freja");
        return pages;
    }

    /** @return the 95th percentile in milliseconds */
    private static double ask(MeasuredSuite suite, Report report, String what, String path) throws Exception {
        ONE_CLIENT.each(TO_WARM_UP, piece -> get(suite, path));
        Crew.Took took = ONE_CLIENT.each(REQUESTS, piece -> get(suite, path));
        report.line(what, "%6.1f ms (p50) %6.1f ms (p95)  %s", took.milliseconds(50), took.milliseconds(95), path);
        return took.milliseconds(95);
    }

    private static void askUncounted(MeasuredSuite suite, Report report, String what, String path) throws Exception {
        double slowest = 0;
        for (int i = 0; i < SLOW_REQUESTS; i++) {
            forgetCounts(suite);
            Crew.Took took = ONE_CLIENT.each(1, piece -> get(suite, path));
            slowest = Math.max(slowest, took.milliseconds(50));
        }
        report.line(what, "%6.0f ms without days counted ahead, the slowest of %d  %s", slowest, SLOW_REQUESTS, path);
    }

    /** The service may have begun to count days by itself, and while they were loaded it counted some that were not complete. */
    private static void forgetCounts(MeasuredSuite suite) throws SQLException {
        try (Connection connection = suite.surveyDatabase();
                Statement statement = connection.createStatement()) {
            statement.execute("DELETE FROM coverage_day");
            statement.execute("DELETE FROM coverage_count");
        }
    }

    private static String get(MeasuredSuite suite, String path) throws Exception {
        HttpResponse<String> answer = suite.get(path);
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(path + " answered " + answer.statusCode() + ": " + answer.body());
        }
        return answer.body();
    }

    private static JsonNode groups(MeasuredSuite suite, String path) throws Exception {
        return JSON.readTree(get(suite, path)).path("groups");
    }

    /** @return the id of a rule */
    private static String configure(Site site) {
        for (int i = 0; i < TOUCHPOINTS; i++) {
            site.post(
                    "/api/v1/touchpoints",
                    Map.of("key", "touchpoint." + i, "name", "Touchpoint " + i, "stage", "purchase", "channel", "web"));
        }
        site.post("/api/v1/surveys", Map.of("key", "shop", "metric", "NPS", "subject", "Nordlys"));
        site.post("/api/v1/surveys/shop/publication", Map.of());
        return site.post(
                        "/api/v1/trigger-rules",
                        Map.of("touchpoint", "touchpoint.0", "survey", "shop", "channels", List.of("EMAIL")))
                .path("id")
                .asText();
    }

    /** Writes them as the service would have, but for the events: the ledger is read without them. */
    private static void load(MeasuredSuite suite, Report report, String rule) throws SQLException {
        long from = System.nanoTime();
        try (Connection connection = suite.surveyDatabase();
                Statement statement = connection.createStatement()) {
            statement.execute("SET SESSION unique_checks = 0, foreign_key_checks = 0");
            statement.execute("CREATE TABLE load_end AS SELECT UTC_TIMESTAMP(6) - INTERVAL 10 MINUTE AS at");
            statement.execute(PROFILES);
            for (int slice = 0; slice < SLICES; slice++) {
                String these = these(1 + slice * (MANY / SLICES), (slice + 1) * (MANY / SLICES));
                statement.execute(RESPONDENTS + these);
                statement.execute(INVITATIONS.formatted(rule) + these + " WHERE why = 'INVITED'");
                statement.execute(DECISIONS.formatted(rule) + these);
            }
            statement.execute("DROP TABLE load_end");
            statement.execute("ANALYZE TABLE decision, invitation, respondent");
        }
        report.line(
                "loaded",
                "%,d decisions of %d days and as many respondents in %.0f s",
                MANY,
                DAYS,
                (System.nanoTime() - from) / 1e9);
    }

    /** Ids grow with time, as those of the service do. */
    private static String these(int first, int last) {
        return """
                 FROM (SELECT seq, h, at, why, fate, p, CONCAT(UNHEX(LPAD(HEX(CAST(UNIX_TIMESTAMP(at) * 1000 AS UNSIGNED)), 12, '0')),
                    UNHEX('7000'), UNHEX(LPAD(HEX(seq), 16, '0'))) AS id
                FROM (SELECT seq, h, at, p, ELT(1 + h MOD 10, 'INVITED', 'INVITED', 'INVITED', 'INVITED', 'INVITED', 'INVITED',
                        'QUARANTINE', 'QUARANTINE', 'SAMPLED_OUT', 'NO_ADDRESS') AS why,
                    ELT(1 + h DIV 10 MOD 10, 'ANSWERED', 'ANSWERED', 'SENT', 'SENT', 'SENT', 'SENT', 'SENT', 'SENT', 'BOUNCED', 'CANCELLED') AS fate
                FROM (SELECT seq, CRC32(CONCAT('h', seq)) AS h, CRC32(CONCAT('p', seq)) MOD 48 AS p,
                    (SELECT at FROM load_end) - INTERVAL ((%1$d - seq) * %2$d * 86400 / %1$d) SECOND AS at
                FROM seq_%3$d_to_%4$d) AS numbered) AS drawn) AS these
                """.formatted(MANY, DAYS, first, last);
    }

    /** The service does so by itself, within a minute or two; today only when it is long. */
    private static void awaitCounts(MeasuredSuite suite, Report report) throws SQLException {
        long from = System.nanoTime();
        try (Connection connection = suite.surveyDatabase();
                Statement statement = connection.createStatement()) {
            await().atMost(Duration.ofMinutes(5))
                    .pollInterval(Duration.ofMillis(500))
                    .until(() -> number(statement, "SELECT COUNT(*) FROM coverage_day WHERE counted_until > begins_at")
                            >= DAYS);
            report.line(
                    "counted",
                    "%d days ahead as %,d rows, after %.0f s",
                    DAYS,
                    number(statement, "SELECT COUNT(*) FROM coverage_count"),
                    (System.nanoTime() - from) / 1e9);
        }
    }

    private static void file(MeasuredSuite suite, Report report, String what) throws Exception {
        StringBuilder file = new StringBuilder("ref,email,phone,name,locale,country,consentBasis,consentAt\n");
        for (int i = 0; i < IN_THE_FILE; i++) {
            file.append(
                    "file-%1$d,file.%1$d@example.com,+46%2$d,Respondent %1$d,sv,SE,newsletter,2026-01-02T03:04:05Z\n"
                            .formatted(i, 10_000_000 + i));
        }
        long from = System.nanoTime();
        HttpResponse<String> answer = suite.post(
                "/api/v1/respondents/imports", "text/csv", file.toString().getBytes(StandardCharsets.UTF_8));
        JsonNode said = JSON.readTree(answer.body());
        if (answer.statusCode() != 201 || said.path("refused").asInt() != 0) {
            throw new IllegalStateException("The import answered " + answer.statusCode() + ": " + answer.body());
        }
        report.line(
                what,
                "%,d respondents from a file in %.1f s: %,d made, %,d unchanged",
                IN_THE_FILE,
                (System.nanoTime() - from) / 1e9,
                said.path("made").asInt(),
                said.path("unchanged").asInt());
    }

    private static long number(Statement statement, String query) throws SQLException {
        try (var result = statement.executeQuery(query)) {
            result.next();
            return result.getLong(1);
        }
    }
}
