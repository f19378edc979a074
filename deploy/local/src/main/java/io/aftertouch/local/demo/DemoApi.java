package io.aftertouch.local.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** The public API with a key, patient with a suite that has just been started. */
final class DemoApi {

    private static final int AT_ONCE = 16;
    private static final int TRIES = 60;
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String url;
    private final String apiKey;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    DemoApi(String url, String apiKey) {
        this.url = url;
        this.apiKey = apiKey;
    }

    record Reply(int status, JsonNode body) {

        boolean isSuccess() {
            return status >= 200 && status < 300;
        }

        /** A service is overloaded, or has not heard yet of what another one was told a moment ago. */
        private boolean isWorthATry() {
            return status == 503
                    || status == 502
                    || body.path("type").asText().matches("/problems/unknown-(survey|touchpoint|invitation)");
        }
    }

    JsonNode get(String path) {
        return succeeded("GET " + path, send("GET", path, null));
    }

    JsonNode post(String path, Object body) {
        return succeeded("POST " + path, send("POST", path, body));
    }

    /** Posts what may be there already, and tells whether it was new. */
    boolean postNew(String path, Object body) {
        Reply reply = send("POST", path, body);
        return reply.status() != 409 && succeeded("POST " + path, reply) != null;
    }

    private static JsonNode succeeded(String what, Reply reply) {
        if (!reply.isSuccess()) {
            throw new DemoFailure("The demo was refused at " + what + ": " + reply.status() + " " + reply.body() + ".");
        }
        return reply.body();
    }

    Reply send(String method, String path, Object body) {
        Reply reply = sendOnce(method, path, body);
        for (int i = 1; i < TRIES && reply.isWorthATry(); i++) {
            pause();
            reply = sendOnce(method, path, body);
        }
        return reply;
    }

    private Reply sendOnce(String method, String path, Object body) {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create(url + path))
                    .timeout(Duration.ofSeconds(30))
                    .header("Authorization", "Bearer " + apiKey)
                    .header("Content-Type", "application/json")
                    .method(
                            method,
                            body == null
                                    ? HttpRequest.BodyPublishers.noBody()
                                    : HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)))
                    .build();
            HttpResponse<byte[]> response = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
            return new Reply(response.statusCode(), JSON.readTree(response.body()));
        } catch (IOException e) {
            throw new DemoFailure("The demo got no answer at " + method + " " + path + ": " + e + ".", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DemoFailure("The demo was interrupted.", e);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DemoFailure("The demo was interrupted.", e);
        }
    }

    /** Does something with each, several at once; fails with the first failure. */
    static <T> void each(Collection<T> things, Consumer<T> deed) {
        try (ExecutorService executor = Executors.newFixedThreadPool(AT_ONCE)) {
            Collection<? extends Future<?>> deeds = things.stream()
                    .map(thing -> executor.submit(() -> deed.accept(thing)))
                    .toList();
            for (Future<?> done : deeds) {
                try {
                    done.get();
                } catch (ExecutionException e) {
                    executor.shutdownNow();
                    throw e.getCause() instanceof DemoFailure failure
                            ? failure
                            : new DemoFailure("The demo failed: " + e.getCause() + ".", e.getCause());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DemoFailure("The demo was interrupted.", e);
        }
    }
}
