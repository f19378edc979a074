package io.aftertouch.local.suite;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;

import io.aftertouch.embedded.StartFailure;

/** Asks each service through the gateway until it knows the API key, which reaches two of them over the broker. */
final class KeyCheck {

    private static final List<String> ONE_OF_EACH =
            List.of("/api/v1/touchpoints", "/api/v1/review-cases", "/api/v1/scores?metric=NPS");
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final Duration POLL = Duration.ofMillis(100);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    void await(Credentials credentials) {
        long deadline = System.nanoTime() + LIMIT.toNanos();
        for (String path : ONE_OF_EACH) {
            String seen = ask(credentials, path);
            while (!seen.equals("200")) {
                if (System.nanoTime() > deadline) {
                    throw new StartFailure("The API key does not work at " + path + " (" + seen + ").");
                }
                seen = ask(credentials, path);
            }
        }
    }

    private String ask(Credentials credentials, String path) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(credentials.url() + path))
                .header("Authorization", "Bearer " + credentials.apiKey())
                .timeout(Duration.ofSeconds(10))
                .build();
        try {
            int status =
                    http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
            if (status != 200) {
                Thread.sleep(POLL);
            }
            return Integer.toString(status);
        } catch (IOException e) {
            return e.toString();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartFailure("Interrupted while starting.", e);
        }
    }
}
