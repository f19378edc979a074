package io.aftertouch.local.bench;

import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.aftertouch.local.journey.Site;
import io.aftertouch.local.journey.SuiteDatabase;

import static org.awaitility.Awaitility.await;

/** How fast answers come into the scores: a backlog beside raw upserts of the same counts, and one answer after the other. */
final class IngestBenchmark implements Benchmark {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Fewer to try it out: {@code JAVA_TOOL_OPTIONS=-Daftertouch.bench.answers=20000}. */
    private static final int BACKLOG = Integer.getInteger("aftertouch.bench.answers", 200_000);

    /** Until then compiling takes a good part of the time. */
    private static final int TO_WARM_UP = Math.min(BACKLOG, 100_000);

    private static final int A_SECOND = 200;
    private static final int SECONDS = 30;
    private static final int TOUCHPOINTS = 20;

    /** Where nothing of a backlog is. */
    private static final String PROBED = "touchpoint." + TOUCHPOINTS;

    private static final List<String> COUNTRIES =
            List.of("DK", "SE", "NO", "FI", "DE", "NL", "BE", "FR", "ES", "IT", "PL", "AT");
    private static final List<String> PLANS = List.of("free", "club", "pro", "team");
    private static final List<String> CHANNELS = List.of("web", "store", "email");
    private static final int BATCH = 500;

    private static final Duration SOON = Duration.ofSeconds(2);

    /** What a backlog is to be told and counted at, in answers a second. */
    private static final int DRAINED = 2_000;

    /** When not all of the answers were counted after this time, one was not taken. */
    private static final Duration LONGEST = Duration.ofMinutes(3);

    private static final Duration A_DAY = Duration.ofDays(1);
    private static final Duration A_YEAR = Duration.ofDays(365);

    private final Random random = new Random(5);

    @Override
    public String about() {
        return "answers counted per second from a backlog, beside raw upserts, and how soon one is in the score";
    }

    @Override
    public void measure(MeasuredSuite suite, Report report) throws Exception {
        configure(suite.site());
        untilCounted(suite, 1);
        int before = 1;
        backlog(suite, before, TO_WARM_UP, A_YEAR);
        before += TO_WARM_UP;
        for (Duration age : List.of(A_DAY, A_YEAR)) {
            say(report, backlog(suite, before, BACKLOG, age), age);
            before += BACKLOG;
            ceiling(suite, report, age);
        }
        soon(suite, report);
    }

    private static void configure(Site site) {
        for (int i = 0; i <= TOUCHPOINTS; i++) {
            site.post(
                    "/api/v1/touchpoints",
                    Map.of("key", "touchpoint." + i, "name", "Touchpoint " + i, "stage", "purchase", "channel", "web"));
        }
        site.post("/api/v1/surveys", Map.of("key", "shop", "metric", "NPS", "subject", "Nordlys"));
        site.post("/api/v1/surveys/shop/publication", Map.of());
        await().atMost(Duration.ofSeconds(20))
                .until(() -> site.send("POST", "/api/v1/responses", answer("first", "touchpoint.0"))
                                .status()
                        < 300);
    }

    private static Map<String, Object> answer(String id, String touchpoint) {
        return Map.of("source", "shop", "id", id, "survey", "shop", "touchpoint", touchpoint, "score", 9);
    }

    /** What was answered while the scores were not there, told all at once. */
    private Drained backlog(MeasuredSuite suite, int before, int answers, Duration age) throws Exception {
        try (Connection feedback = suite.feedbackDatabase()) {
            feedback.setAutoCommit(false);
            write(feedback, answers, age);
            var idle = suite.busy();
            long from = System.nanoTime();
            feedback.commit();
            untilCounted(suite, before + answers);
            Duration took = Duration.ofNanos(System.nanoTime() - from);
            return new Drained(took, new Effort(idle, suite.busy(), answers));
        }
    }

    private record Drained(Duration took, Effort effort) {}

    private static void say(Report report, Drained drained, Duration age) {
        double rate = BACKLOG / (drained.took().toNanos() / 1e9);
        report.line(
                "backlog",
                "%,.0f answers/s told and counted: %,d of the last %s, %d touchpoints, %d segment profiles, %d channels",
                rate,
                BACKLOG,
                named(age),
                TOUCHPOINTS,
                COUNTRIES.size() * PLANS.size(),
                CHANNELS.size());
        report.line(
                "effort",
                "%.0f µs of a core an answer, all told (%s)",
                drained.effort().microsecondsEach(),
                drained.effort().byPart());
        report.figure(
                "%,d answers of the last %s waiting in the outbox".formatted(BACKLOG, named(age)),
                "drain at %,d/s at least".formatted(DRAINED),
                rate >= DRAINED,
                "%,.0f/s, counted too".formatted(rate),
                "");
    }

    private static String named(Duration age) {
        return age.equals(A_DAY) ? "day" : "year";
    }

    private void write(Connection feedback, int answers, Duration age) throws Exception {
        try (PreparedStatement insert =
                feedback.prepareStatement("INSERT INTO outbox (id, shard, topic, event_key, type, payload, created_at)"
                        + " VALUES (?, 0, 'responses', ?, 'response.recorded', ?, ?)")) {
            LocalDateTime now = LocalDateTime.now(ZoneOffset.UTC);
            for (int i = 1; i <= answers; i++) {
                UUID answer = new UUID(random.nextLong(), random.nextLong());
                insert.setBytes(1, bytes(new UUID(random.nextLong(), random.nextLong())));
                insert.setString(2, answer.toString());
                insert.setString(3, told(answer, age));
                insert.setObject(4, now);
                insert.addBatch();
                if (i % BATCH == 0 || i == answers) {
                    insert.executeBatch();
                }
            }
        }
    }

    private String told(UUID answer, Duration age) throws Exception {
        Instant at = Instant.now().minusSeconds(random.nextLong(age.toSeconds()));
        return JSON.writeValueAsString(Map.ofEntries(
                Map.entry("id", answer.toString()),
                Map.entry("revision", 1),
                Map.entry("survey", "shop"),
                Map.entry("surveyVersion", 1),
                Map.entry("metric", "NPS"),
                Map.entry("scale", "NPS"),
                Map.entry("touchpoint", "touchpoint." + random.nextInt(TOUCHPOINTS)),
                Map.entry("channel", any(CHANNELS)),
                Map.entry("respondentRef", "r-" + random.nextInt(1_000_000)),
                Map.entry("segments", Map.of("country", any(COUNTRIES), "plan", any(PLANS))),
                Map.entry("score", random.nextInt(11)),
                Map.entry("hasComment", false),
                Map.entry("answeredAt", at.toString()),
                Map.entry("recordedAt", at.toString())));
    }

    private String any(List<String> values) {
        return values.get(random.nextInt(values.size()));
    }

    /** The same number of answers of the same kinds, added up by batches as they come and written by one connection with nothing else to do. */
    private void ceiling(MeasuredSuite suite, Report report, Duration age) throws Exception {
        try (Connection score = SuiteDatabase.SCORE.of(suite.running());
                Statement statement = score.createStatement()) {
            statement.execute("CREATE TABLE raw_tally LIKE tally");
            statement.execute("CREATE TABLE raw_inbox LIKE inbox");
            score.setAutoCommit(false);
            long spent = 0;
            for (int done = 0; done < BACKLOG; done += BATCH) {
                SortedMap<String, Object[]> tallies = tallies(age);
                long from = System.nanoTime();
                remember(score);
                upsert(score, tallies);
                score.commit();
                spent += System.nanoTime() - from;
            }
            report.line(
                    "ceiling",
                    "%,.0f answers/s of the last %s by raw multi-row upserts of their counts and inserts of their names, %d at a time",
                    BACKLOG / (spent / 1e9),
                    named(age),
                    BATCH);
            score.setAutoCommit(true);
            statement.execute("DROP TABLE raw_tally");
            statement.execute("DROP TABLE raw_inbox");
        }
    }

    private SortedMap<String, Object[]> tallies(Duration age) {
        SortedMap<String, Object[]> tallies = new TreeMap<>();
        for (int i = 0; i < BATCH; i++) {
            LocalDateTime at = LocalDateTime.now(ZoneOffset.UTC).minusSeconds(random.nextLong(age.toSeconds()));
            int touchpoint = random.nextInt(TOUCHPOINTS);
            int channel = random.nextInt(CHANNELS.size());
            int profile = random.nextInt(COUNTRIES.size() * PLANS.size());
            List<LocalDateTime> buckets = List.of(
                    at.truncatedTo(ChronoUnit.HOURS),
                    at.truncatedTo(ChronoUnit.DAYS),
                    at.truncatedTo(ChronoUnit.DAYS).withDayOfMonth(1));
            for (int grain = 0; grain < buckets.size(); grain++) {
                LocalDateTime bucket = buckets.get(grain);
                String key = String.format("%d/%02d/%s/%d/%02d", grain, touchpoint, bucket, channel, profile);
                tallies.putIfAbsent(key, new Object[] {
                    List.of("HOUR", "DAY", "MONTH").get(grain), touchpoint, bucket, 1, channel, profile, 1
                });
            }
        }
        return tallies;
    }

    private void remember(Connection score) throws SQLException {
        try (PreparedStatement insert = score.prepareStatement(
                "INSERT IGNORE INTO raw_inbox VALUES " + "(?, ?, ?), ".repeat(BATCH - 1) + "(?, ?, ?)")) {
            byte[] batch = bytes(new UUID(random.nextLong(), random.nextLong()));
            LocalDateTime now = LocalDateTime.now(ZoneOffset.UTC);
            for (int i = 0; i < BATCH; i++) {
                insert.setBytes(3 * i + 1, bytes(new UUID(random.nextLong(), random.nextLong())));
                insert.setBytes(3 * i + 2, batch);
                insert.setObject(3 * i + 3, now);
            }
            insert.executeUpdate();
        }
    }

    private static void upsert(Connection score, SortedMap<String, Object[]> tallies) throws SQLException {
        try (PreparedStatement upsert = score.prepareStatement(
                "INSERT INTO raw_tally (grain, touchpoint_id, bucket, survey_version_id, channel_id, profile_id, n9) VALUES "
                        + "(?, ?, ?, ?, ?, ?, ?), ".repeat(tallies.size() - 1)
                        + "(?, ?, ?, ?, ?, ?, ?) ON DUPLICATE KEY UPDATE n9 = n9 + VALUES(n9)")) {
            int place = 1;
            for (Object[] row : tallies.values()) {
                for (Object value : row) {
                    upsert.setObject(place++, value);
                }
            }
            upsert.executeUpdate();
        }
    }

    /** From the reply to whoever answered until the score has it, for each of many answers. */
    private static void soon(MeasuredSuite suite, Report report) throws Exception {
        int answers = A_SECOND * SECONDS;
        long[] counted = new long[answers];
        ConcurrentLinkedQueue<Long> acknowledged = new ConcurrentLinkedQueue<>();
        try (Connection score = SuiteDatabase.SCORE.of(suite.running());
                var clients = Executors.newVirtualThreadPerTaskExecutor()) {
            CompletableFuture<Void> watching = CompletableFuture.runAsync(() -> watch(score, counted));
            new Arrivals(A_SECOND)
                    .each(
                            answers,
                            System.nanoTime() + 500_000_000L,
                            (who, at) -> clients.submit(() -> {
                                var reply = suite.post(
                                        "/api/v1/responses", JSON.writeValueAsBytes(answer("one-" + who, PROBED)));
                                if (reply.statusCode() != 201) {
                                    throw new IllegalStateException(reply.body());
                                }
                                return acknowledged.add(System.nanoTime());
                            }));
            watching.orTimeout(LONGEST.toSeconds(), TimeUnit.SECONDS).join();
        }
        long[] replies =
                acknowledged.stream().mapToLong(Long::longValue).sorted().toArray();
        long[] took = new long[answers];
        for (int i = 0; i < answers; i++) {
            took[i] = Math.max(0, counted[i] - replies[i]);
        }
        Arrays.sort(took);
        report.line(
                "one by one",
                "%.0f ms (p50), %.0f ms (p99), %.0f ms (most) from the reply until it is in the score, at %d answers/s for %d s",
                took[answers / 2] / 1e6,
                took[answers * 99 / 100] / 1e6,
                took[answers - 1] / 1e6,
                A_SECOND,
                SECONDS);
        report.figure(
                "answer acknowledged until in the score at " + A_SECOND + "/s",
                "p99 below 2,000 ms",
                took[answers * 99 / 100] < SOON.toNanos(),
                "%.0f ms".formatted(took[answers * 99 / 100] / 1e6),
                "");
    }

    /** Notes when the first, the second, … of the answers at a touchpoint was counted. */
    private static void watch(Connection score, long[] counted) {
        try {
            long before = counted(score, PROBED);
            int seen = 0;
            while (seen < counted.length) {
                long now = counted(score, PROBED) - before;
                long at = System.nanoTime();
                while (seen < now) {
                    counted[seen++] = at;
                }
                Thread.sleep(1);
            }
        } catch (SQLException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void untilCounted(MeasuredSuite suite, long answers) throws Exception {
        try (Connection score = SuiteDatabase.SCORE.of(suite.running())) {
            while (counted(score, "%") < answers) {
                Thread.sleep(100);
            }
        }
    }

    private static long counted(Connection score, String touchpoint) throws SQLException {
        try (PreparedStatement select = score.prepareStatement(
                "SELECT COALESCE(SUM(n0 + n1 + n2 + n3 + n4 + n5 + n6 + n7 + n8 + n9 + n10), 0) FROM tally t"
                        + " JOIN touchpoint p ON p.id = t.touchpoint_id WHERE t.grain = 'MONTH' AND p.touchpoint_key LIKE ?")) {
            select.setString(1, touchpoint);
            try (ResultSet result = select.executeQuery()) {
                result.next();
                return result.getLong(1);
            }
        }
    }

    private static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }
}
