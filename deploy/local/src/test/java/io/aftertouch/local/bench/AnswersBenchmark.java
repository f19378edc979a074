package io.aftertouch.local.bench;

import java.net.URI;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;

import static org.awaitility.Awaitility.await;

/**
 * How many answers a second are kept for good, each by a request of its own: the intake alone, and with all that an answer sets off at work on the
 * same cores; beside plain transactions in the same database, each of an answer's row and its message's row.
 */
final class AnswersBenchmark implements Benchmark {

    private static final int AT_A_TIME = 64;

    /** Until then compiling takes a good part of the time. */
    private static final int TO_WARM_UP = 120_000;

    private static final int ANSWERS = 60_000;
    private static final int RAW = 30_000;
    private static final int ONE_IN_SO_MANY_IS_BAD = 10;
    private static final Duration LONGEST = Duration.ofMinutes(3);
    private static final List<String> AT_REST = List.of("survey-service", "score-service", "broker");

    private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
    private final HttpClient http =
            vertx.createHttpClient(new HttpClientOptions(), new PoolOptions().setHttp1MaxSize(AT_A_TIME));
    private int given;

    @Override
    public String about() {
        return "answers kept per second, 64 requests at a time, beside plain two-row transactions";
    }

    @Override
    public void measure(MeasuredSuite suite, Report report) throws Exception {
        configure(suite);
        give(suite, TO_WARM_UP);
        untilTold(suite);

        double together = measured(suite, report, "together", "with relay, broker and consumers at work");
        Duration told = untilTold(suite);
        report.line("told", "%.1f s after the last reply the broker had it all", told.toMillis() / 1e3);

        AT_REST.forEach(suite.running()::stopPart);
        double alone = measured(suite, report, "alone", "with the intake alone at work");
        double plain = ceiling(suite, report);
        report.line(
                "compared",
                "alone %.2f times the plain transactions, together %.2f times",
                alone / plain,
                together / plain);
        report.figure(
                "durable answers by API, intake alone",
                "at least as many a second as plain transactions one by one",
                alone >= plain,
                "%,.0f/s".formatted(alone),
                "%,.0f/s".formatted(plain));
        report.figure(
                "durable answers by API, all at work",
                "at least half as many",
                together >= plain / 2,
                "%,.0f/s".formatted(together),
                "%,.0f/s".formatted(plain));
        if (stored(suite) != given) {
            throw new IllegalStateException(given + " answers were taken, but " + stored(suite) + " are stored");
        }
        report.line("of", "%,d answers in all, each stored once", given);
    }

    private void configure(MeasuredSuite suite) {
        var site = suite.site();
        site.post(
                "/api/v1/touchpoints",
                Map.of("key", "till.paid", "name", "Paid", "stage", "purchase", "channel", "web"));
        site.post("/api/v1/surveys", Map.of("key", "till", "metric", "NPS", "subject", "Nordlys"));
        site.post("/api/v1/surveys/till/publication", Map.of());
        await().atMost(Duration.ofSeconds(30)).until(() -> {
            var reply = suite.post("/api/v1/responses", answer(given).getBytes());
            given += reply.statusCode() == 201 ? 1 : 0;
            return reply.statusCode() == 201;
        });
    }

    private double measured(MeasuredSuite suite, Report report, String name, String what) throws Exception {
        var idle = suite.busy();
        Crew.Took took = give(suite, ANSWERS);
        Effort effort = new Effort(idle, suite.busy(), ANSWERS);
        report.line(
                name,
                "%,.0f answers/s %s: %,d, %d at a time, each %.1f ms (p50), %.1f ms (p99)",
                took.perSecond(ANSWERS),
                what,
                ANSWERS,
                AT_A_TIME,
                took.milliseconds(50),
                took.milliseconds(99));
        report.line(
                "effort",
                "%.3f ms of a core an answer while they were taken (%s µs)",
                effort.microsecondsEach() / 1e3,
                effort.byPart());
        return took.perSecond(ANSWERS);
    }

    /** Sends so many answers, and fails unless each was taken. */
    private Crew.Took give(MeasuredSuite suite, int answers) throws Exception {
        RequestOptions request = new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setAbsoluteURI(URI.create(suite.running().url())
                        .resolve("/api/v1/responses")
                        .toString())
                .setTimeout(Duration.ofMinutes(1).toMillis())
                .putHeader("Authorization", "Bearer " + suite.site().apiKey())
                .putHeader("Content-Type", "application/json");
        AtomicInteger next = new AtomicInteger();
        long[] each = new long[answers];
        int first = given;
        given += answers;
        long from = System.nanoTime();
        List<Future<Void>> lanes = IntStream.range(0, AT_A_TIME)
                .mapToObj(lane -> {
                    Promise<Void> done = Promise.promise();
                    giveNext(request, first, next, each, done);
                    return done.future();
                })
                .toList();
        Future.all(lanes).toCompletionStage().toCompletableFuture().get(LONGEST.toSeconds(), TimeUnit.SECONDS);
        Duration all = Duration.ofNanos(System.nanoTime() - from);
        Arrays.sort(each);
        return new Crew.Took(all, each);
    }

    private void giveNext(RequestOptions request, int first, AtomicInteger next, long[] each, Promise<Void> done) {
        int piece = next.getAndIncrement();
        if (piece >= each.length) {
            done.complete();
            return;
        }
        long begun = System.nanoTime();
        http.request(request)
                // the body is asked for where the reply arrives, or it may be over before
                .compose(asked -> asked.send(Buffer.buffer(answer(first + piece)))
                        .compose(reply -> reply.body().map(body -> {
                            if (reply.statusCode() != 201) {
                                throw new IllegalStateException(reply.statusCode() + " " + body);
                            }
                            return body;
                        })))
                .onFailure(done::fail)
                .onSuccess(body -> {
                    each[piece] = System.nanoTime() - begun;
                    giveNext(request, first, next, each, done);
                });
    }

    private static String answer(int number) {
        int score = number % ONE_IN_SO_MANY_IS_BAD == 1 ? 2 : 9;
        return "{\"source\":\"till\",\"id\":\"" + number
                + "\",\"survey\":\"till\",\"touchpoint\":\"till.paid\",\"segments\":{\"country\":\"DK\"},\"score\":"
                + score
                + ",\"comment\":\"It took too long\"}";
    }

    /** Rows like those of answers and their messages, two to a transaction, by as many connections as there were requests at a time. */
    private double ceiling(MeasuredSuite suite, Report report) throws Exception {
        Deque<Connection> connections = new ConcurrentLinkedDeque<>();
        try (Connection copies = suite.feedbackDatabase();
                Statement statement = copies.createStatement()) {
            statement.execute("CREATE TABLE raw_response LIKE response");
            statement.execute("CREATE TABLE raw_outbox LIKE outbox");
            Row answer = Row.last(copies, "response");
            Row message = Row.last(copies, "outbox");
            for (int i = 0; i < AT_A_TIME; i++) {
                Connection connection = suite.feedbackDatabase();
                connection.setAutoCommit(false);
                connections.add(connection);
            }
            Crew.Took raw = new Crew(AT_A_TIME).each(RAW, piece -> {
                Connection connection = connections.pop();
                answer.again(connection, "raw_response", piece);
                message.again(connection, "raw_outbox", piece);
                connection.commit();
                connections.push(connection);
            });
            report.line(
                    "ceiling",
                    "%,.0f answers/s by plain transactions of the same two rows, %d at a time, each %.1f ms (p50), %.1f ms (p99)",
                    raw.perSecond(RAW),
                    AT_A_TIME,
                    raw.milliseconds(50),
                    raw.milliseconds(99));
            statement.execute("DROP TABLE raw_response");
            statement.execute("DROP TABLE raw_outbox");
            return raw.perSecond(RAW);
        } finally {
            for (Connection connection : new ArrayDeque<>(connections)) {
                connection.close();
            }
        }
    }

    /** A row of a table as the suite wrote it, to be written again under other names. */
    private record Row(List<String> columns, List<Object> values) {

        static Row last(Connection connection, String table) throws SQLException {
            try (Statement statement = connection.createStatement();
                    ResultSet columns =
                            connection.getMetaData().getColumns(connection.getCatalog(), null, table, null)) {
                List<String> names = new ArrayList<>();
                while (columns.next()) {
                    if (!"YES".equals(columns.getString("IS_GENERATEDCOLUMN"))
                            && !"YES".equals(columns.getString("IS_AUTOINCREMENT"))) {
                        names.add(columns.getString("COLUMN_NAME"));
                    }
                }
                try (ResultSet row = statement.executeQuery(
                        "SELECT " + String.join(", ", names) + " FROM " + table + " ORDER BY id DESC LIMIT 1")) {
                    row.next();
                    List<Object> values = new ArrayList<>();
                    for (int i = 1; i <= names.size(); i++) {
                        values.add(row.getObject(i));
                    }
                    return new Row(names, values);
                }
            }
        }

        void again(Connection connection, String table, int piece) throws SQLException {
            try (PreparedStatement insert = connection.prepareStatement("INSERT INTO " + table + " ("
                    + String.join(", ", columns) + ") VALUES (" + "?,".repeat(columns.size() - 1) + "?)")) {
                for (int i = 0; i < columns.size(); i++) {
                    insert.setObject(i + 1, value(i, piece));
                }
                insert.executeUpdate();
            }
        }

        private Object value(int column, int piece) {
            return switch (columns.get(column)) {
                case "id" -> timeOrdered();
                case "answer_key" -> random(((byte[]) values.get(column)).length);
                case "source_id" -> "raw-" + piece;
                default -> values.get(column);
            };
        }

        private static byte[] random(int length) {
            byte[] bytes = new byte[length];
            ThreadLocalRandom.current().nextBytes(bytes);
            return bytes;
        }

        private static byte[] timeOrdered() {
            return ByteBuffer.allocate(16)
                    .putLong(System.currentTimeMillis() << 16
                            | 0x7000
                            | ThreadLocalRandom.current().nextInt(0x1000))
                    .putLong(UUID.randomUUID().getLeastSignificantBits())
                    .array();
        }
    }

    private static long stored(MeasuredSuite suite) throws SQLException {
        return number(suite, "SELECT COUNT(*) FROM response");
    }

    /** Waits until nothing stands in the outbox. */
    private static Duration untilTold(MeasuredSuite suite) throws SQLException, InterruptedException {
        long from = System.nanoTime();
        while (number(suite, "SELECT COUNT(*) FROM outbox WHERE shard = 0 AND sent_at IS NULL") > 0) {
            Thread.sleep(50);
        }
        return Duration.ofNanos(System.nanoTime() - from);
    }

    private static long number(MeasuredSuite suite, String query) throws SQLException {
        try (Connection connection = suite.feedbackDatabase();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            result.next();
            return result.getLong(1);
        }
    }
}
