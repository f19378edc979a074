package io.aftertouch.local.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.aftertouch.local.journey.Site;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;

import static org.awaitility.Awaitility.await;

/**
 * How long customers wait for the form and for its thanks when two hundred of them a second open it, read it and answer, and how soon a bad answer is
 * in an inbox that is open. Customers come when they come: each is timed from when the form or the answer was to be asked for, not from when a
 * busy client came to it.
 */
final class FormBenchmark implements Benchmark {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Fewer to see what a machine can do: {@code JAVA_TOOL_OPTIONS=-Daftertouch.bench.persecond=100}. */
    private static final int A_SECOND = Integer.getInteger("aftertouch.bench.persecond", 200);

    /** Until the JVMs have compiled what is often called; what customers wait meanwhile is printed too, and not held against what is asked. */
    private static final int SECONDS_TO_WARM_UP = 60;

    private static final int SECONDS = 60;
    private static final int BATCH = 500;
    private static final Duration READING = Duration.ofSeconds(2);

    /** Whoever sends sooner is asked to confirm. */
    private static final Duration SHORTEST_READING = Duration.ofMillis(1_200);

    private static final int ONE_IN_SO_MANY_IS_BAD = 10;
    private static final String BROWSER = "Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0";

    private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
    private final HttpClient http =
            vertx.createHttpClient(new HttpClientOptions(), new PoolOptions().setHttp1MaxSize(2_000));

    @Override
    public String about() {
        return "the form opened and answered 200 times a second, and bad answers in the inbox";
    }

    @Override
    public void measure(MeasuredSuite suite, Report report) throws Exception {
        int warm = A_SECOND * SECONDS_TO_WARM_UP;
        List<Customer> customers = invite(suite, warm + A_SECOND * SECONDS);
        report.line("invited", "%,d customers, each with a link of their own", customers.size());
        Map<UUID, Long> seen = watchInbox(suite);
        List<Customer> first = customers.subList(0, warm);
        answer(first, new Arrivals(A_SECOND));
        print(report, "cold form", first.stream().map(customer -> customer.shown));
        print(report, "cold answer", first.stream().map(customer -> customer.thanked));

        List<Customer> measured = customers.subList(warm, customers.size());
        answer(measured, new Arrivals(A_SECOND));
        double form = print(report, "form", measured.stream().map(customer -> customer.shown));
        double answer = print(report, "answer", measured.stream().map(customer -> customer.thanked));
        Map<UUID, String> cases = casesOf(suite);
        long bad = measured.stream().filter(Customer::isUnhappy).count();
        List<Long> delays = await("the bad answers in the inbox")
                .atMost(Duration.ofSeconds(30))
                .until(() -> delays(measured, casesOf(suite), seen), found -> found.size() == bad);
        double inbox = print(report, "inbox", delays.stream());
        report.line(
                "of",
                "%,d forms and as many answers at %d/s each, %,d of them bad; %,d cases in all, nobody was suspected",
                measured.size(),
                A_SECOND,
                bad,
                cases.size());
        figure(report, "form GET", 100, form);
        figure(report, "answer POST", 150, answer);
        figure(report, "answer acknowledged until in the inbox", 2_000, inbox);
        if (suspected(suite) > 0) {
            throw new IllegalStateException(suspected(suite) + " answers were suspected");
        }
    }

    /** @return the time in which all but one in a hundred were served, in milliseconds */
    private static double print(Report report, String what, Stream<Long> nanos) {
        long[] sorted = nanos.mapToLong(Long::longValue).sorted().toArray();
        report.line(
                what,
                "%6.1f ms (p50) %6.1f ms (p95) %6.1f ms (p99) %6.1f ms (longest)",
                sorted[sorted.length / 2] / 1e6,
                sorted[sorted.length * 95 / 100] / 1e6,
                sorted[sorted.length * 99 / 100] / 1e6,
                sorted[sorted.length - 1] / 1e6);
        return sorted[sorted.length * 99 / 100] / 1e6;
    }

    private static void figure(Report report, String what, int most, double seen) {
        report.figure(
                what + " at " + A_SECOND + "/s",
                "p99 below " + most + " ms",
                seen < most,
                "%.1f ms".formatted(seen),
                "");
    }

    /** Somebody with a link, and how long each step took from when it was to be taken. */
    private static final class Customer {

        private final String ref;
        private final URI link;
        private final int score;
        private volatile Long shown;
        private volatile Long thanked;
        private volatile long thankedAt;

        Customer(String ref, URI link) {
            this.ref = ref;
            this.link = link;
            this.score = ThreadLocalRandom.current().nextInt(ONE_IN_SO_MANY_IS_BAD) == 0 ? 2 : 9;
        }

        boolean isUnhappy() {
            return score == 2;
        }
    }

    private static List<Customer> invite(MeasuredSuite suite, int count) throws Exception {
        Site site = suite.site();
        site.post(
                "/api/v1/touchpoints",
                Map.of("key", "till.paid", "name", "Paid", "stage", "purchase", "channel", "web"));
        site.post("/api/v1/surveys", Map.of("key", "till", "metric", "NPS", "subject", "Nordlys"));
        site.post("/api/v1/surveys/till/publication", Map.of());
        site.post(
                "/api/v1/trigger-rules",
                Map.of("touchpoint", "till.paid", "survey", "till", "channels", List.of("LINK"), "delay", "PT0S"));
        List<Customer> customers = new ArrayList<>();
        while (customers.size() < count) {
            List<Map<String, Object>> events = new ArrayList<>();
            for (int i = customers.size(); i < Math.min(count, customers.size() + BATCH); i++) {
                events.add(event("customer-" + i));
            }
            JsonNode answer = site.post("/api/v1/events/batch", Map.of("events", events));
            for (JsonNode invitation : answer.findValues("invitation")) {
                customers.add(new Customer(
                        "customer-" + customers.size(),
                        URI.create(invitation.path("link").asText())));
            }
        }
        // handing out thousands of links at once is not what is measured here
        await("news that the links were handed out")
                .atMost(Duration.ofMinutes(5))
                .until(() -> number(suite, "SELECT COUNT(*) FROM invitation WHERE sent_at IS NOT NULL") == count);
        return customers;
    }

    private static Map<String, Object> event(String ref) {
        return Map.of(
                "id",
                ref,
                "source",
                "till",
                "touchpoint",
                "till.paid",
                "occurredAt",
                Instant.now().toString(),
                "respondent",
                Map.of("ref", ref, "locale", "da"),
                "segments",
                Map.of("country", "DK"));
    }

    /** All of them open the form, one after the other, and send it when they have read it. */
    private void answer(List<Customer> customers, Arrivals arrivals) throws InterruptedException, ExecutionException {
        long start = System.nanoTime() + Duration.ofMillis(100).toNanos();
        List<CompletableFuture<?>> steps = new ArrayList<>();
        arrivals.each(customers.size(), start, (i, at) -> steps.add(openAndSend(customers.get(i), at)));
        for (CompletableFuture<?> step : steps) {
            step.get();
        }
    }

    private CompletableFuture<?> openAndSend(Customer customer, long at) {
        return ask(customer, HttpMethod.GET, null, 200).thenCompose(page -> {
            long now = System.nanoTime();
            customer.shown = now - at;
            String stamp = stamp(page);
            if (!page.contains("action=\"" + customer.link.getPath() + "?")) {
                throw new IllegalStateException(customer.ref + " was shown the form of somebody else: " + page);
            }
            long sendAt = Math.max(at + READING.toNanos(), now + SHORTEST_READING.toNanos());
            var read = new CompletableFuture<String>();
            vertx.setTimer(Math.ceilDiv(sendAt - now, 1_000_000L), timer -> send(customer, stamp, sendAt)
                    .whenComplete((thanks, failure) -> {
                        if (failure == null) {
                            read.complete(thanks);
                        } else {
                            read.completeExceptionally(failure);
                        }
                    }));
            return read;
        });
    }

    private CompletableFuture<String> send(Customer customer, String stamp, long at) {
        String answer = "score=" + customer.score + "&comment=Det+tog+for+lang+tid&hand=seen&shown=" + stamp;
        return ask(customer, HttpMethod.POST, answer, 303).whenComplete((thanks, failure) -> {
            customer.thankedAt = System.nanoTime();
            customer.thanked = customer.thankedAt - at;
        });
    }

    /** @return the page that came back */
    private CompletableFuture<String> ask(Customer customer, HttpMethod method, String form, int expected) {
        return http.request(new RequestOptions()
                        .setMethod(method)
                        .setAbsoluteURI(customer.link.toString())
                        .setTimeout(Duration.ofMinutes(1).toMillis())
                        .putHeader("User-Agent", BROWSER))
                // the body is asked for where the answer arrives, or it may be over before
                .compose(request -> (form == null
                                ? request.send()
                                : request.putHeader("Content-Type", "application/x-www-form-urlencoded")
                                        .send(form))
                        .compose(answer -> answer.body().map(body -> {
                            if (answer.statusCode() != expected) {
                                throw new IllegalStateException(
                                        method + " answered " + answer.statusCode() + ": " + body);
                            }
                            return body.toString();
                        })))
                .toCompletionStage()
                .toCompletableFuture();
    }

    private static String stamp(String page) {
        String before = "name=\"shown\" value=\"";
        int start = page.indexOf(before) + before.length();
        return page.substring(start, page.indexOf('"', start));
    }

    /** An inbox that is open: when each case appeared in it. */
    private Map<UUID, Long> watchInbox(MeasuredSuite suite) {
        Map<UUID, Long> seen = new ConcurrentHashMap<>();
        HttpRequest stream = HttpRequest.newBuilder(URI.create(suite.site().url() + "/inbox/stream"))
                .header("Authorization", "Bearer " + suite.site().apiKey())
                .header("Accept", "text/event-stream")
                .build();
        var watcher = java.net.http.HttpClient.newHttpClient();
        Thread.ofPlatform().daemon().start(() -> {
            try (Stream<String> lines =
                    watcher.send(stream, BodyHandlers.ofLines()).body()) {
                lines.filter(line -> line.startsWith("data:") && line.contains("OPENED"))
                        .forEach(line -> seen.put(caseId(line), System.nanoTime()));
            } catch (IOException | UncheckedIOException ended) {
                // the suite was stopped
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        return seen;
    }

    private static UUID caseId(String line) {
        try {
            return UUID.fromString(JSON.readTree(line.substring("data:".length()))
                    .path("caseId")
                    .asText());
        } catch (IOException e) {
            throw new IllegalStateException(line, e);
        }
    }

    /** From thanks to the inbox, of those whose case has appeared; an answer may be there before its customer is thanked. */
    private static List<Long> delays(List<Customer> customers, Map<UUID, String> cases, Map<UUID, Long> seen) {
        Map<String, Customer> byRef = new HashMap<>();
        customers.forEach(customer -> byRef.put(customer.ref, customer));
        return cases.entrySet().stream()
                .filter(one -> byRef.containsKey(one.getValue()) && seen.containsKey(one.getKey()))
                .map(one -> Math.max(0, seen.get(one.getKey()) - byRef.get(one.getValue()).thankedAt))
                .toList();
    }

    private static Map<UUID, String> casesOf(MeasuredSuite suite) throws SQLException {
        Map<UUID, String> cases = new HashMap<>();
        try (Connection connection = suite.feedbackDatabase();
                var select = connection.prepareStatement(
                        "SELECT HEX(c.id), r.respondent_ref FROM review_case c JOIN response r ON r.id = c.response_id");
                var rows = select.executeQuery()) {
            while (rows.next()) {
                String hex = rows.getString(1);
                cases.put(
                        new UUID(Long.parseUnsignedLong(hex, 0, 16, 16), Long.parseUnsignedLong(hex, 16, 32, 16)),
                        rows.getString(2));
            }
        }
        return cases;
    }

    private static long suspected(MeasuredSuite suite) throws SQLException {
        return number(suite, "SELECT COUNT(*) FROM suspected_answer");
    }

    private static long number(MeasuredSuite suite, String query) throws SQLException {
        try (Connection connection = suite.feedbackDatabase();
                var statement = connection.createStatement();
                var result = statement.executeQuery(query)) {
            result.next();
            return result.getLong(1);
        }
    }
}
