package io.aftertouch.local.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The site as another system sees it: its API with a key, and the local mailbox. */
public record Site(String url, String apiKey) {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private static final ObjectMapper JSON = new ObjectMapper();

    public record Reply(int status, JsonNode body) {}

    public Reply send(String method, String path, Object body, String... headers) {
        try {
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url + path))
                    .timeout(Duration.ofSeconds(20))
                    .header("Authorization", "Bearer " + apiKey);
            if (headers.length > 0) {
                request.headers(headers);
            }
            if (body == null) {
                request.method(method, HttpRequest.BodyPublishers.noBody());
            } else {
                request.header("Content-Type", "application/json")
                        .method(method, HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)));
            }
            HttpResponse<String> response = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Reply(
                    response.statusCode(),
                    response.body().startsWith("{") || response.body().startsWith("[")
                            ? JSON.readTree(response.body())
                            : JSON.getNodeFactory().textNode(response.body()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Changes a piece of configuration as it was a moment ago. */
    Reply change(String path, Object body) {
        int version = get(path).path("version").asInt();
        return send("PUT", path, body, "If-Match", "\"" + version + "\"");
    }

    public JsonNode get(String path) {
        return succeeded("GET " + path, send("GET", path, null));
    }

    public JsonNode post(String path, Object body) {
        return succeeded("POST " + path, send("POST", path, body));
    }

    private static JsonNode succeeded(String what, Reply reply) {
        assertThat(reply.status()).as(what + ": " + reply.body()).isBetween(200, 299);
        return reply.body();
    }

    /** A touchpoint of its own for one journey, with a published survey and a rule that asks everybody at once. */
    Touchpoint touchpoint(String name, String metric, String channel) {
        String key = name.toLowerCase().replace(' ', '-') + "-"
                + UUID.randomUUID().toString().substring(0, 8);
        String survey = key + "-survey";
        post("/api/v1/touchpoints", Map.of("key", key, "name", name, "stage", "post-purchase", "channel", "email"));
        post("/api/v1/surveys", Map.of("key", survey, "metric", metric, "subject", "Nordlys"));
        post("/api/v1/surveys/" + survey + "/publication", Map.of());
        post(
                "/api/v1/trigger-rules",
                Map.of("touchpoint", key, "survey", survey, "channels", List.of(channel), "delay", "PT0S"));
        Touchpoint touchpoint = new Touchpoint(this, key, name, survey, metric);
        await("news of " + key + " at feedback-service")
                .pollInterval(Duration.ofMillis(50))
                .until(touchpoint::isKnownWhereAnswersAreTaken);
        return touchpoint;
    }

    record Touchpoint(Site site, String key, String name, String survey, String metric) {

        /** A score that no scale has is refused, but not before survey and touchpoint are known. */
        private boolean isKnownWhereAnswersAreTaken() {
            return !answer("off-the-scale", 99, null)
                    .body()
                    .path("type")
                    .asText()
                    .startsWith("/problems/unknown-");
        }

        /** Something happened to a Danish customer; what was decided about asking. */
        JsonNode event(String respondent) {
            return site.post(
                    "/api/v1/events", eventBody(respondent, UUID.randomUUID().toString()));
        }

        Map<String, Object> eventBody(String respondent, String id) {
            return Map.of(
                    "id",
                    id,
                    "source",
                    "journey",
                    "touchpoint",
                    key,
                    "occurredAt",
                    Instant.now().toString(),
                    "respondent",
                    Map.of("ref", respondent, "email", respondent + "@example.com", "locale", "da"),
                    "segments",
                    Map.of("country", "DK", "plan", "pro"));
        }

        /** An answer that another system took. */
        Reply answer(String id, int score, String comment) {
            Map<String, Object> body = new HashMap<>(Map.of(
                    "source",
                    "journey",
                    "id",
                    key + "-" + id,
                    "survey",
                    survey,
                    "touchpoint",
                    key,
                    "score",
                    score,
                    "segments",
                    Map.of("country", "DK", "plan", "pro")));
            if (comment != null) {
                body.put("comment", comment);
            }
            return site.send("POST", "/api/v1/responses", body);
        }

        /** The bucket of all answers of Danish customers here, as the scores API shows it. */
        Optional<JsonNode> score() {
            Reply reply = site.send(
                    "GET", "/api/v1/scores?metric=" + metric + "&touchpoint=" + key + "&segment=country:DK", null);
            if (reply.status() != 200) {
                return Optional.empty();
            }
            return Optional.ofNullable(
                    reply.body().path("groups").path(0).path("buckets").get(0));
        }

        long counted() {
            return score().map(bucket -> bucket.path("n").asLong()).orElse(-1L);
        }

        void awaitCounted(int answers) {
            await("score of " + key)
                    .atMost(Duration.ofSeconds(60))
                    .pollInterval(Duration.ofMillis(100))
                    .until(() -> counted() == answers);
        }

        List<JsonNode> answers() {
            List<JsonNode> answers = new ArrayList<>();
            site.get("/api/v1/responses?touchpoint=" + key + "&limit=200")
                    .path("items")
                    .forEach(answers::add);
            return answers;
        }

        /** Fewer than five answers are not shown; these many make the score visible. */
        void enoughPromoters() {
            for (int i = 0; i < 5; i++) {
                String id = "enough-" + i;
                assertThat(answer(id, 10, null).status()).isBetween(200, 299);
            }
            awaitCounted(5);
        }

        List<JsonNode> cases() {
            List<JsonNode> cases = new ArrayList<>();
            site.get("/api/v1/review-cases?touchpoint=" + key + "&limit=200")
                    .path("items")
                    .forEach(cases::add);
            return cases;
        }
    }

    JsonNode mailTo(String address) {
        return await("mail to " + address)
                .pollInterval(Duration.ofMillis(100))
                .until(() -> findMail(address), Optional::isPresent)
                .orElseThrow();
    }

    private Optional<JsonNode> findMail(String address) {
        for (JsonNode mail : get("/mail/api/messages")) {
            if (mail.path("to").asText().equals(address)) {
                return Optional.of(mail);
            }
        }
        return Optional.empty();
    }

    /** The address of the form in an e-mail. */
    String link(JsonNode mail) {
        Matcher matcher = Pattern.compile(Pattern.quote(url) + "/s/[A-Za-z0-9_-]{22}")
                .matcher(mail.path("text").asText());
        assertThat(matcher.find()).as("a link in " + mail.path("text").asText()).isTrue();
        return matcher.group();
    }
}
