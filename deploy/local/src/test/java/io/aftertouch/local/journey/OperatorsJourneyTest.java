package io.aftertouch.local.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.SoftAssertions.assertSoftly;
import static org.awaitility.Awaitility.await;

/** Who keeps the suite running sees what goes on in it: by figures, by what waits for somebody, and by what one request has led to. */
class OperatorsJourneyTest {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    /** Figures are read every ten seconds, and lag every fifteen. */
    private static final Duration READ_ANEW = Duration.ofSeconds(45);

    /** Clients of the broker tell of each thing that they do. */
    private static final Logger LOUD = Logger.getLogger("org.apache.kafka");

    static {
        LOUD.setLevel(Level.SEVERE);
    }

    private final RunningSuite suite = RunningSuite.shared();
    private final Site site = suite.site();

    @Test
    void everyMetricOfTheManualIsThereAndFollowsWhatHappens() throws IOException {
        Figures survey = Figures.of(suite, "survey-service");
        Figures feedback = Figures.of(suite, "feedback-service");
        Figures score = Figures.of(suite, "score-service");
        Site.Touchpoint touchpoint = site.touchpoint("Watched closely", "NPS", "LINK");
        for (String respondent : List.of("r-first", "r-second", "r-first")) {
            touchpoint.event(respondent + touchpoint.key());
        }
        touchpoint.enoughPromoters();
        assertThat(touchpoint.answer("enough-0", 10, null).status())
                .as("the same again")
                .isBetween(200, 299);
        assertThat(touchpoint.answer("bad", 1, null).status()).isBetween(200, 299);
        send("operators-" + touchpoint.key(), "this is no event", UUID.randomUUID());
        Manual manual = Manual.read();

        await().atMost(READ_ANEW)
                .pollInterval(Duration.ofSeconds(1))
                .untilAsserted(() -> assertSoftly(now -> {
                    Figures surveyNow = Figures.of(suite, "survey-service");
                    Figures feedbackNow = Figures.of(suite, "feedback-service");
                    Figures scoreNow = Figures.of(suite, "score-service");
                    for (Figures figures : List.of(surveyNow, feedbackNow, scoreNow)) {
                        now.assertThat(manual.metricsOf(figures.service()))
                                .hasSizeGreaterThan(5)
                                .allSatisfy(metric -> assertThat(figures.named(metric))
                                        .as(metric + " of " + figures.service())
                                        .isNotEmpty()
                                        .allSatisfy((name, value) ->
                                                assertThat(value).as(name).isNotNegative()));
                        now.assertThat(figures.named("aftertouch_consumer_lag").values())
                                .as("lag of " + figures.service())
                                .containsOnly(0.0);
                        now.assertThat(figures.value("aftertouch_outbox_waiting"))
                                .isZero();
                    }
                    now.assertThat(surveyNow.since(survey, "aftertouch_decisions_total{reason=\"INVITED\""))
                            .isGreaterThanOrEqualTo(2);
                    now.assertThat(surveyNow.since(survey, "aftertouch_decisions_total{reason=\"QUARANTINE\""))
                            .isGreaterThanOrEqualTo(1);
                    now.assertThat(feedbackNow.since(feedback, "aftertouch_answers_total{outcome=\"recorded\""))
                            .isGreaterThanOrEqualTo(6);
                    now.assertThat(feedbackNow.since(feedback, "aftertouch_answers_total{outcome=\"repeated\""))
                            .isGreaterThanOrEqualTo(1);
                    now.assertThat(feedbackNow.since(feedback, "aftertouch_cases_open"))
                            .isGreaterThanOrEqualTo(1);
                    now.assertThat(feedbackNow.value("aftertouch_retention_oldest_age_seconds{kind=\"answers\""))
                            .isPositive();
                    now.assertThat(surveyNow.since(survey, "aftertouch_parked_messages"))
                            .isGreaterThanOrEqualTo(1);
                    now.assertThat(scoreNow.since(score, "aftertouch_parked_messages"))
                            .isGreaterThanOrEqualTo(1);
                }));
    }

    @Test
    void whatOneRequestLedToBearsItsTraceInAllServices() throws IOException {
        UUID trace = UUID.randomUUID();
        String id = trace.toString().replace("-", "");
        Site.Touchpoint touchpoint = site.touchpoint("Traced", "NPS", "LINK");
        String respondent = "r-" + touchpoint.key();
        var event = site.send(
                        "POST",
                        "/api/v1/events",
                        touchpoint.eventBody(respondent, "event-of-" + respondent),
                        "traceparent",
                        traceparent(trace))
                .body();
        String link = event.at("/decisions/0/invitation/link").asText();
        String token = link.substring(link.lastIndexOf('/') + 1);
        await().until(() -> site.send("GET", "/s/" + token, null).status() == 200);
        assertThat(site.send(
                                "POST",
                                "/api/v1/responses",
                                Map.of("invitation", token, "score", 1),
                                "traceparent",
                                traceparent(trace))
                        .status())
                .isBetween(200, 299);

        await("told under the trace of the request, in turn by whoever heard of it")
                .untilAsserted(() -> {
                    assertThat(told(SuiteDatabase.SURVEY, "invitation.scheduled", id))
                            .isEqualTo(1);
                    assertThat(told(SuiteDatabase.FEEDBACK, "response.recorded", id))
                            .isEqualTo(1);
                    assertThat(told(SuiteDatabase.FEEDBACK, "case.opened", id)).isEqualTo(1);
                    assertThat(told(SuiteDatabase.SURVEY, "invitation.answered", id))
                            .isEqualTo(1);
                });
        assertThat(log("survey-service")).containsPattern(id + " Event \\S+ taken at " + touchpoint.key());
        assertThat(log("feedback-service")).containsPattern(id + " Case \\S+ opened for response ");
    }

    @Test
    void aMessageThatCannotBeAppliedIsFoundByItsTraceAndTriedAgainWhereverItIsParked() throws IOException {
        UUID trace = UUID.randomUUID();
        String key = "operators-" + trace;
        send(key, "this is no event either", trace);

        for (String service : List.of("survey-service", "score-service")) {
            String pages = "/settings/parked-messages/" + service;
            Pattern retry = Pattern.compile(Pattern.quote(key) + "<.*?action=\"(" + pages + "/[0-9a-f-]{36}/retry)\"");
            List<String> forms =
                    await(key + " at " + service).until(() -> forms(retry, pages), found -> !found.isEmpty());
            assertThat(log(service)).contains(trace.toString().replace("-", "") + " Parked a message of ");

            assertThat(site.send("POST", forms.getFirst(), null, "Content-Type", "application/x-www-form-urlencoded")
                            .status())
                    .isEqualTo(303);
            await("nothing was mended: it comes back to " + service)
                    .until(() -> forms(retry, pages).size() > forms.size());
        }
    }

    private List<String> forms(Pattern retry, String page) {
        return retry.matcher(site.get(page).asText())
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    private String log(String service) throws IOException {
        return Files.readString(suite.file("data folder").resolve("logs").resolve(service + ".log"));
    }

    private long told(SuiteDatabase database, String type, String trace) throws SQLException {
        try (Connection connection = database.of(suite);
                var select = connection.prepareStatement(
                        "SELECT COUNT(*) FROM outbox WHERE type = ? AND trace_parent LIKE ? AND sent_at IS NOT NULL")) {
            select.setString(1, type);
            select.setString(2, "00-" + trace + "-%");
            try (var row = select.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    /** Something that no service would send. */
    private void send(String key, String value, UUID trace) {
        var message = new ProducerRecord<>("aftertouch.responses", key, value.getBytes(StandardCharsets.UTF_8));
        message.headers().add("traceparent", traceparent(trace).getBytes(StandardCharsets.UTF_8));
        String broker = suite.environment("survey-service").get("KAFKA_BOOTSTRAP_SERVERS");
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", broker),
                new StringSerializer(),
                new ByteArraySerializer())) {
            producer.send(message).get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String traceparent(UUID trace) {
        return "00-" + trace.toString().replace("-", "") + "-00f067aa0ba902b7-01";
    }

    /** What a service shows to Prometheus. */
    private record Figures(String service, String page) {

        private static final Pattern LINE = Pattern.compile("(?m)^(\\w+(?:\\{.*})?) (\\S+)$");

        static Figures of(RunningSuite suite, String service) {
            String port = suite.environment(service).get("QUARKUS_MANAGEMENT_PORT");
            try {
                return new Figures(
                        service,
                        HTTP.send(
                                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/q/metrics"))
                                                .timeout(Duration.ofSeconds(10))
                                                .build(),
                                        HttpResponse.BodyHandlers.ofString())
                                .body());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }

        /** All figures of this name, by their labels. */
        Map<String, Double> named(String beginning) {
            return LINE.matcher(page)
                    .results()
                    .filter(line -> line.group(1).equals(beginning)
                            || line.group(1).startsWith(beginning + (beginning.contains("{") ? "" : "{")))
                    .collect(Collectors.toMap(line -> line.group(1), line -> Double.parseDouble(line.group(2))));
        }

        double value(String beginning) {
            return named(beginning).values().stream()
                    .mapToDouble(Double::doubleValue)
                    .sum();
        }

        double since(Figures before, String beginning) {
            return value(beginning) - before.value(beginning);
        }
    }
}
