package io.aftertouch.local.bench;

import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** How many events are judged in a second: by batch, and one by one. */
final class EventsBenchmark implements Benchmark {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final int ASKED = 3_000;
    private static final int SIZE = 500;
    private static final int BATCHES = 240;
    private static final int BATCHES_TO_WARM_UP = 80;
    private static final Crew BATCH_CLIENTS = new Crew(4);

    private static final int SINGLES = 4_000;
    private static final int SINGLES_TO_WARM_UP = 1_000;
    private static final int LINKS = 200;
    private static final Crew SINGLE_CLIENTS = new Crew(16);

    @Override
    public String about() {
        return "events judged per second, by batch and one by one, beside raw inserts of the same rows";
    }

    @Override
    public void measure(MeasuredSuite suite, Report report) throws Exception {
        ShopEvents shop = new ShopEvents();
        shop.configure(suite.site());
        post(suite, shop.batches(BATCHES_TO_WARM_UP, SIZE), "/api/v1/events/batch", BATCH_CLIENTS, 200);
        awaitTold(suite);

        var idle = suite.busy();
        Crew.Took batches = post(suite, shop.batches(BATCHES, SIZE), "/api/v1/events/batch", BATCH_CLIENTS, 200);
        report.line(
                "by batch",
                "%,.0f events/s: %d batches of %d, %d at a time, a batch %.0f ms (p50), %.0f ms (p99)",
                batches.perSecond(BATCHES * SIZE),
                BATCHES,
                SIZE,
                BATCH_CLIENTS.hands(),
                batches.milliseconds(50),
                batches.milliseconds(99));
        Duration told = awaitTold(suite);
        Effort effort = new Effort(idle, suite.busy(), BATCHES * SIZE);
        report.line("told", "%.1f s after the last answer the broker had it all", told.toMillis() / 1e3);
        report.line(
                "effort",
                "%.0f µs of a core an event, all told (%s): %,.0f events/s if the cores did nothing else",
                effort.microsecondsEach(),
                effort.byPart(),
                effort.perSecondAtMost());
        describe(suite, report, (BATCHES_TO_WARM_UP + BATCHES) * SIZE);

        Crew.Took raw = ceiling(suite);
        double ceiling = raw.perSecond((BATCHES_TO_WARM_UP + BATCHES) * SIZE);
        report.line(
                "ceiling",
                "%,.0f events/s: the same rows by raw multi-row inserts, %d at a time; by batch is %.0f %% of it",
                ceiling,
                BATCH_CLIENTS.hands(),
                100 * batches.perSecond(BATCHES * SIZE) / ceiling);
        double judged = batches.perSecond(BATCHES * SIZE);
        report.figure(
                "events by batch",
                "at least %,d judged per second".formatted(ASKED),
                judged >= ASKED,
                "%,.0f/s".formatted(judged),
                "%,.0f/s by raw inserts of the same rows".formatted(ceiling));

        post(suite, shop.singles(SINGLES_TO_WARM_UP), "/api/v1/events", SINGLE_CLIENTS, 202);
        Crew.Took singles = post(suite, shop.singles(SINGLES), "/api/v1/events", SINGLE_CLIENTS, 202);
        report.line(
                "one by one",
                "%,.0f events/s: %,d requests, %d at a time, each %.0f ms (p50), %.0f ms (p99)",
                singles.perSecond(SINGLES),
                SINGLES,
                SINGLE_CLIENTS.hands(),
                singles.milliseconds(50),
                singles.milliseconds(99));
        awaitTold(suite);
        links(suite, shop, report);
    }

    /** How long the link in the answer to an event leads nowhere, since the form's service has not heard of it yet. */
    private static void links(MeasuredSuite suite, ShopEvents shop, Report report) throws Exception {
        long[] unknown = new long[LINKS];
        try (Connection connection = suite.feedbackDatabase();
                PreparedStatement known = connection.prepareStatement("SELECT 1 FROM invitation WHERE id = ?")) {
            for (int i = 0; i < LINKS; i++) {
                byte[] event = shop.linked();
                JsonNode answer =
                        JSON.readTree(suite.post("/api/v1/events", event).body());
                long answered = System.nanoTime();
                UUID id =
                        UUID.fromString(answer.at("/decisions/0/invitation/id").asText());
                known.setBytes(
                        1,
                        ByteBuffer.allocate(16)
                                .putLong(id.getMostSignificantBits())
                                .putLong(id.getLeastSignificantBits())
                                .array());
                while (!known.executeQuery().next()) {
                    Thread.sleep(1);
                }
                unknown[i] = System.nanoTime() - answered;
            }
        }
        Arrays.sort(unknown);
        report.line(
                "links",
                "%.0f ms (p50), %.0f ms (p99) after the answer its link opens the form",
                unknown[LINKS / 2] / 1e6,
                unknown[LINKS * 99 / 100] / 1e6);
    }

    /** Posts all of them and fails unless each event was taken. */
    private static Crew.Took post(MeasuredSuite suite, List<byte[]> bodies, String path, Crew clients, int status)
            throws ExecutionException, InterruptedException {
        return clients.each(bodies.size(), piece -> {
            HttpResponse<String> answer = suite.post(path, bodies.get(piece));
            if (answer.statusCode() != status || answer.body().contains("\"problem\"")) {
                throw new IllegalStateException(
                        path + " answered " + answer.statusCode() + ": " + first(answer.body()));
            }
        });
    }

    private static String first(String body) throws Exception {
        JsonNode answer = JSON.readTree(body);
        for (JsonNode result : answer.path("results")) {
            if (result.has("problem")) {
                return result.toString();
            }
        }
        return answer.toString();
    }

    /** Waits until nothing stands in the outbox. */
    private static Duration awaitTold(MeasuredSuite suite) throws SQLException, InterruptedException {
        long from = System.nanoTime();
        try (Connection connection = suite.surveyDatabase()) {
            while (number(connection, "SELECT COUNT(*) FROM outbox WHERE shard = 0 AND sent_at IS NULL") > 0) {
                Thread.sleep(50);
            }
        }
        return Duration.ofNanos(System.nanoTime() - from);
    }

    private static void describe(MeasuredSuite suite, Report report, int posted) throws SQLException {
        try (Connection connection = suite.surveyDatabase()) {
            long events = number(connection, "SELECT COUNT(*) FROM touchpoint_event");
            long decided = number(connection, "SELECT COUNT(DISTINCT event_id) FROM decision");
            if (events != posted || decided != posted) {
                throw new IllegalStateException(
                        posted + " events were taken, but " + events + " are stored and " + decided + " decided");
            }
            report.line(
                    "of",
                    "%,d events in all: %,d people, %,d decisions, %,d invitations; every event has its decisions",
                    events,
                    number(connection, "SELECT COUNT(*) FROM respondent"),
                    number(connection, "SELECT COUNT(*) FROM decision"),
                    number(connection, "SELECT COUNT(*) FROM invitation"));
        }
    }

    private static long number(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            result.next();
            return result.getLong(1);
        }
    }

    private static Crew.Took ceiling(MeasuredSuite suite) throws Exception {
        RawInserts raw = new RawInserts(suite)
                .of("touchpoint_event", "id")
                .of("respondent", "first_seen_at")
                .of("invitation", "id")
                .of("decision", "id")
                .of("outbox", "seq");
        try {
            return raw.write(BATCH_CLIENTS, BATCHES_TO_WARM_UP + BATCHES);
        } finally {
            raw.forget();
        }
    }
}
