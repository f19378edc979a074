package io.aftertouch.local.bench;

import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.aftertouch.local.suite.SuiteZone;

/** How soon the scores of a year are there, over ten million answers and over a hundredth of them, beside the same questions put to the answers themselves. */
final class ReportsBenchmark implements Benchmark {

    /** Fewer to try it out: {@code JAVA_TOOL_OPTIONS=-Daftertouch.bench.answers=500000}. */
    private static final int MANY = Integer.getInteger("aftertouch.bench.answers", 10_000_000);

    private static final int FEW = 100_000;
    private static final int REQUESTS = 1_000;
    private static final int TO_WARM_UP = 300;
    private static final int TO_WARM_UP_FIRST = 1_000;
    private static final int CHECKS = 60;
    private static final int FEWEST_SHOWN = 5;
    private static final int MOST_MS = 20;
    private static final int MOST_SQL = 15;
    private static final Duration SQL_PATIENCE = Duration.ofSeconds(20);
    private static final Crew ONE_CLIENT = new Crew(1);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final LocalDate tomorrow = SuiteZone.today().plusDays(1);

    /**
     * What somebody wants to know.
     *
     * @param path the address of it, another one each time where there are several
     * @param sql what gives the counts that it takes, over the answers themselves
     */
    private record Question(IntFunction<String> path, IntFunction<String> sql) {}

    @Override
    public String about() {
        return "pages and reports of scores over ten million answers and over 100,000, beside SQL over the answers";
    }

    @Override
    public void measure(MeasuredSuite suite, Report report) throws Exception {
        YearOfAnswers.configure(suite);
        new YearOfAnswers(suite, FEW).load();
        // what is asked first would otherwise be measured on code that is still being compiled
        Crew.inTurn(TO_WARM_UP_FIRST, requests(suite));
        Map<String, Crew.Took> few = measure(suite, report, FEW);
        Map<String, Crew.Took> many = measure(suite, report, MANY);
        many.forEach((name, took) -> {
            double more = took.milliseconds(95) / few.get(name).milliseconds(95);
            report.line(
                    name,
                    "p95 is %.2f times that over %,d answers, p50 %.2f times",
                    more,
                    FEW,
                    took.milliseconds(50) / few.get(name).milliseconds(50));
            report.figure(
                    "report over %,d answers: %s".formatted(MANY, name),
                    "p95 below %d ms".formatted(MOST_MS),
                    took.milliseconds(95) < MOST_MS,
                    "%.1f ms".formatted(took.milliseconds(95)),
                    "%.1f ms over %,d answers".formatted(few.get(name).milliseconds(95), FEW));
        });
    }

    private Map<String, Crew.Took> measure(MeasuredSuite suite, Report report, int answers) throws Exception {
        long from = System.nanoTime();
        new YearOfAnswers(suite, answers).load();
        report.line("loaded", "%,d answers in %.0f s", answers, (System.nanoTime() - from) / 1e9);
        check(suite, report);
        Crew.inTurn(TO_WARM_UP, requests(suite));
        Map<String, Crew.Took> all = Crew.inTurn(REQUESTS, requests(suite));
        for (var question : questions().entrySet()) {
            Crew.Took took = all.get(question.getKey());
            Crew.Took raw = ask(suite, question.getValue().sql());
            report.line(
                    question.getKey(),
                    "%5.1f ms (p50) %5.1f ms (p95) %5.1f ms (p99)   SQL over the answers %,.0f ms (p50) %,.0f ms (p95)   %s",
                    took.milliseconds(50),
                    took.milliseconds(95),
                    took.milliseconds(99),
                    raw.milliseconds(50),
                    raw.milliseconds(95),
                    question.getValue().path().apply(0));
        }
        return all;
    }

    private Map<String, Crew.Work> requests(MeasuredSuite suite) {
        Map<String, Crew.Work> requests = new LinkedHashMap<>();
        questions()
                .forEach((name, question) ->
                        requests.put(name, piece -> get(suite, question.path().apply(piece))));
        return requests;
    }

    private Map<String, Question> questions() {
        String year = "&from=" + tomorrow.minusYears(1) + "&to=" + tomorrow;
        Map<String, Question> questions = new LinkedHashMap<>();
        questions.put(
                "home",
                new Question(
                        piece -> "/",
                        piece -> "SELECT touchpoint, answered_at >= UTC_TIMESTAMP() - INTERVAL 28 DAY AS recent, "
                                + "YEARWEEK(answered_at, 3) AS week, score, COUNT(*) FROM raw_answer WHERE "
                                + atAnyTouchpoint() + since(84) + " GROUP BY touchpoint, recent, week, score"));
        questions.put(
                "days, year",
                new Question(
                        piece -> "/api/v1/scores?metric=NPS&interval=day" + year + "&touchpoint=" + nps(piece),
                        piece -> "SELECT " + day() + " AS day, score, COUNT(*) FROM raw_answer WHERE touchpoint = '"
                                + nps(piece) + "'" + since(365) + " GROUP BY day, score"));
        questions.put(
                "heat map",
                new Question(
                        piece -> "/touchpoint/" + nps(piece),
                        piece -> "SELECT touchpoint, country, plan, score, COUNT(*) FROM raw_answer WHERE "
                                + atAnyTouchpoint() + since(28) + " GROUP BY touchpoint, country, plan, score"));
        questions.put(
                "two segments",
                new Question(
                        piece -> "/api/v1/scores?metric=NPS&interval=day&from=" + tomorrow.minusDays(90) + "&to="
                                + tomorrow + "&segment=country:" + country(piece) + "&segment=plan:" + plan(piece),
                        piece -> "SELECT " + day() + " AS day, score, COUNT(*) FROM raw_answer WHERE country = '"
                                + country(piece) + "' AND plan = '" + plan(piece) + "' AND metric = 'NPS'" + since(90)
                                + " GROUP BY day, score"));
        questions.put(
                "months, year",
                new Question(
                        piece -> "/api/v1/scores?metric=NPS&interval=month" + year,
                        piece -> "SELECT DATE_FORMAT(answered_at + INTERVAL 1 HOUR, '%Y-%m') AS month, score, COUNT(*) "
                                + "FROM raw_answer WHERE metric = 'NPS'" + since(365) + " GROUP BY month, score"));
        return questions;
    }

    private static String atAnyTouchpoint() {
        List<String> all = IntStream.rangeClosed(1, YearOfAnswers.TOUCHPOINTS)
                .mapToObj(YearOfAnswers::touchpoint)
                .toList();
        return "touchpoint IN ('" + String.join("', '", all) + "')";
    }

    private static String since(int days) {
        return " AND answered_at >= UTC_TIMESTAMP() - INTERVAL " + days + " DAY";
    }

    private static String day() {
        return "DATE(answered_at + INTERVAL 1 HOUR)";
    }

    private static String nps(int piece) {
        return YearOfAnswers.touchpoint(1 + piece % YearOfAnswers.OF_NPS);
    }

    private static String country(int piece) {
        return YearOfAnswers.COUNTRIES.get(piece % YearOfAnswers.COUNTRIES.size());
    }

    private static String plan(int piece) {
        return YearOfAnswers.PLANS.get(piece / YearOfAnswers.COUNTRIES.size() % YearOfAnswers.PLANS.size());
    }

    private static String get(MeasuredSuite suite, String path) throws Exception {
        HttpResponse<String> answer = suite.get(path);
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(path + " answered " + answer.statusCode() + ": " + answer.body());
        }
        return answer.body();
    }

    /** As often as there is patience for, three times at least. */
    private static Crew.Took ask(MeasuredSuite suite, IntFunction<String> sql) throws Exception {
        try (Connection connection = suite.scoreDatabase();
                Statement statement = connection.createStatement()) {
            long from = System.nanoTime();
            rows(statement, sql.apply(0));
            long each = Math.max(1, System.nanoTime() - from);
            int times = Math.clamp(SQL_PATIENCE.toNanos() / each, 3, MOST_SQL);
            return ONE_CLIENT.each(times, piece -> rows(statement, sql.apply(piece)));
        }
    }

    private static void rows(Statement statement, String sql) throws SQLException {
        try (ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                rows.getLong(rows.getMetaData().getColumnCount());
            }
        }
    }

    /** Asks for any span, with any filter, and counts the answers themselves: fails unless it is the same number. */
    private void check(MeasuredSuite suite, Report report) throws Exception {
        Random random = new Random(4711);
        try (Connection connection = suite.scoreDatabase();
                Statement statement = connection.createStatement()) {
            for (int i = 0; i < CHECKS; i++) {
                String touchpoint = nps(random.nextInt(YearOfAnswers.OF_NPS));
                var start = tomorrow.minusDays(1 + random.nextInt(360))
                        .atTime(random.nextInt(24), 0)
                        .toInstant(ZoneOffset.UTC);
                var end = start.plus(Duration.ofHours(1 + random.nextInt(24 * 200)));
                String query = "/api/v1/scores?metric=NPS&touchpoint=" + touchpoint + "&from=" + start + "&to=" + end;
                String where = "touchpoint = '" + touchpoint + "' AND answered_at >= '"
                        + start.atOffset(ZoneOffset.UTC).toLocalDateTime() + "' AND answered_at < '"
                        + end.atOffset(ZoneOffset.UTC).toLocalDateTime() + "'";
                if (i % 2 == 0) {
                    query += "&segment=country:" + country(i);
                    where += " AND country = '" + country(i) + "'";
                }
                if (i % 3 == 0) {
                    query += "&segment=plan:" + plan(i);
                    where += " AND plan = '" + plan(i) + "'";
                }
                if (i % 5 == 0) {
                    query += "&channel=web";
                    where += " AND channel = 'web'";
                }
                JsonNode answer = JSON.readTree(get(suite, query));
                JsonNode bucket = answer.at("/groups/0/buckets/0");
                long counted = count(statement, where);
                boolean few = counted > 0 && counted < FEWEST_SHOWN;
                if (bucket.path("suppressed").asBoolean() != few
                        || !few && bucket.path("n").asLong() != counted) {
                    throw new IllegalStateException(query + " says " + answer + ", but there are " + counted);
                }
            }
        }
        report.line("checked", "%d scores of random spans and filters have the n of a recount", CHECKS);
    }

    private static long count(Statement statement, String where) throws SQLException {
        try (ResultSet result = statement.executeQuery("SELECT COUNT(*) FROM raw_answer WHERE " + where)) {
            result.next();
            return result.getLong(1);
        }
    }
}
