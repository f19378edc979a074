package io.aftertouch.score.recount;

import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.YearMonth;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import io.aftertouch.platform.access.ServiceTokens;

/** The answers, counted again where they are kept. */
@ApplicationScoped
class FeedbackAnswers {

    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final int OK = 200;
    private static final String PATH = "/api/v1/recount";

    private final NeighbourConfig neighbours;
    private final RecountConfig config;
    private final ServiceTokens tokens;
    private final ObjectReader json;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT)
            .build();

    FeedbackAnswers(NeighbourConfig neighbours, RecountConfig config, ServiceTokens tokens, ObjectMapper json) {
        this.neighbours = neighbours;
        this.config = config;
        this.tokens = tokens;
        this.json = json.reader().without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    }

    /** What is read of the list of parts. */
    record Parts(List<Named> parts) {

        record Named(String touchpoint, String month) {}
    }

    /** Where there are answers. */
    List<Part> parts() {
        return ask(PATH, Parts.class).parts().stream()
                .map(part -> new Part(part.touchpoint(), YearMonth.parse(part.month())))
                .toList();
    }

    Recounted of(Part part) {
        return ask(PATH + "/part?" + query(part), Recounted.class);
    }

    /** @param cursor as {@link Named#next} said it; null for the first */
    Named named(Part part, String cursor) {
        return ask(
                PATH + "/named?" + query(part)
                        + (cursor == null ? "" : "&cursor=" + URLEncoder.encode(cursor, StandardCharsets.UTF_8)),
                Named.class);
    }

    private static String query(Part part) {
        return "touchpoint=" + URLEncoder.encode(part.touchpoint(), StandardCharsets.UTF_8) + "&month=" + part.month();
    }

    private <T> T ask(String path, Class<T> type) {
        HttpRequest request = HttpRequest.newBuilder(neighbours.feedback().resolve(path))
                .timeout(config.patience())
                .header("Accept", "application/json")
                .header("Authorization", "Bearer " + tokens.issue("score-service"))
                .build();
        try {
            HttpResponse<InputStream> response = client.send(request, BodyHandlers.ofInputStream());
            try (InputStream body = response.body()) {
                if (response.statusCode() != OK) {
                    throw new FeedbackAway("feedback-service answered " + response.statusCode());
                }
                return json.readValue(body, type);
            }
        } catch (IOException e) {
            throw new FeedbackAway(
                    "feedback-service does not answer: " + e.getClass().getSimpleName());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new FeedbackAway("The service stops");
        }
    }

    /** The answers cannot be counted again now; the message says why. */
    static final class FeedbackAway extends RuntimeException {

        FeedbackAway(String reason) {
            super(reason);
        }
    }
}
