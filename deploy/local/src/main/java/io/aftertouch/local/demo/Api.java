package io.aftertouch.local.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;

/** The public API of a running suite. Whoever calls waits when the suite is busy or a part of it is away. */
final class Api {

    private static final Set<Integer> LATER = Set.of(429, 502, 503, 504);
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Duration LONGEST_REST = Duration.ofSeconds(10);

    private final HttpClient http;
    private final URI address;
    private final String key;

    Api(URI address, String key) {
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(5))
                .build();
        this.address = address;
        this.key = key;
    }

    /** An answer that was given, whatever it says. */
    record Reply(int status, JsonNode body) {

        boolean isFine() {
            return status >= 200 && status < 300;
        }

        /** Whether it is the problem of this name. */
        boolean isProblem(String slug) {
            return body.path("type").asText().endsWith("/" + slug);
        }

        /** @throws Refused when it is a problem */
        JsonNode orFail() {
            if (!isFine()) {
                throw new Refused(this);
            }
            return body;
        }
    }

    /** The suite did not do what it was asked for. */
    static final class Refused extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Refused(Reply reply) {
            super(reply.body().path("detail").asText("it answered " + reply.status()));
        }

        Refused(IOException failure) {
            super("it cannot be reached (" + failure + ")", failure);
        }
    }

    /** What calls itself by the API key is called so in the history of a case. */
    String caller() {
        return "key:" + key.split("_", -1)[1];
    }

    Reply get(String path) throws InterruptedException {
        return send(request(path).GET().build());
    }

    Reply post(String path, Object body) throws InterruptedException {
        return send(posting(path, body).build());
    }

    Reply post(String path, Object body, String idempotencyKey) throws InterruptedException {
        return send(
                posting(path, body).header("Idempotency-Key", idempotencyKey).build());
    }

    /** @param etag of what is changed */
    Reply put(String path, Object body, String etag) throws InterruptedException {
        return send(request(path)
                .header("Content-Type", "application/json")
                .header("If-Match", etag)
                .PUT(HttpRequest.BodyPublishers.ofString(
                        Json.MAPPER.valueToTree(body).toString()))
                .build());
    }

    private HttpRequest.Builder posting(String path, Object body) {
        return request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(
                        Json.MAPPER.valueToTree(body).toString()));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(address.resolve(path))
                .header("Authorization", "Bearer " + key)
                .timeout(Duration.ofSeconds(60));
    }

    private Reply send(HttpRequest request) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                HttpResponse<String> response =
                        http.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
                if (!LATER.contains(response.statusCode()) || System.nanoTime() > deadline) {
                    return new Reply(response.statusCode(), read(response.body()));
                }
                Thread.sleep(rest(response));
            } catch (IOException e) {
                if (System.nanoTime() > deadline) {
                    throw new Refused(e);
                }
                Thread.sleep(Duration.ofSeconds(1));
            }
        }
    }

    /** What is not JSON says nothing that a program could use. */
    private static JsonNode read(String body) {
        try {
            return Json.MAPPER.readTree(body);
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }

    private static Duration rest(HttpResponse<?> response) {
        Duration asked = response.headers()
                .firstValue("Retry-After")
                .filter(value -> value.matches("[0-9]{1,6}"))
                .map(value -> Duration.ofSeconds(Long.parseLong(value)))
                .orElse(Duration.ofSeconds(1));
        return asked.compareTo(LONGEST_REST) > 0 ? LONGEST_REST : asked;
    }
}
