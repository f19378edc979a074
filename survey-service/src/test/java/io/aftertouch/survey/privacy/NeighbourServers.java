package io.aftertouch.survey.privacy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

/** The other two services, as far as they are asked here. They say what a test wants, or nothing. */
public final class NeighbourServers implements QuarkusTestResourceLifecycleManager {

    static final String NOTHING_OF_FEEDBACK = "{\"answers\": [], \"invitations\": [], \"parkedMessages\": []}";
    static final String NOTHING_OF_SCORE = "{\"parkedMessages\": []}";

    private static final List<Asked> ASKED = new CopyOnWriteArrayList<>();
    private static volatile Function<URI, String> feedback;
    private static volatile Function<URI, String> score;
    private HttpServer feedbackServer;
    private HttpServer scoreServer;

    /** One question. */
    record Asked(URI uri, String authorization) {}

    static List<Asked> asked(String text) {
        return ASKED.stream().filter(one -> one.uri().toString().contains(text)).toList();
    }

    /** From now on they keep this about everybody; null stands for a service that fails. */
    static void keep(String ofFeedback, String ofScore) {
        feedback = uri -> said(uri, ofFeedback);
        score = uri -> said(uri, ofScore);
    }

    private static String said(URI uri, String personalData) {
        return personalData != null && uri.getPath().endsWith("/retention") ? """
                  [{"kind": "answers", "what": "Answers with comments", "keptFor": "P24M", "oldestAt": "2020-01-01T00:00:00Z",
                    "dueAt": "2024-11-22T00:00:00Z", "ranAt": null, "forgotten": 0}]
                  """ : personalData;
    }

    @Override
    public Map<String, String> start() {
        keep(NOTHING_OF_FEEDBACK, NOTHING_OF_SCORE);
        feedbackServer = server(uri -> feedback.apply(uri));
        scoreServer = server(uri -> score.apply(uri));
        return Map.of(
                "aftertouch.neighbours.feedback",
                "http://127.0.0.1:" + feedbackServer.getAddress().getPort(),
                "aftertouch.neighbours.score",
                "http://127.0.0.1:" + scoreServer.getAddress().getPort());
    }

    private static HttpServer server(Function<URI, String> answers) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/", exchange -> answer(exchange, answers));
            server.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void answer(HttpExchange exchange, Function<URI, String> answers) throws IOException {
        try (exchange) {
            ASKED.add(new Asked(
                    exchange.getRequestURI(), exchange.getRequestHeaders().getFirst("Authorization")));
            String said = answers.apply(exchange.getRequestURI());
            if (said == null) {
                exchange.sendResponseHeaders(503, -1);
                return;
            }
            byte[] body = said.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void stop() {
        for (HttpServer server : new HttpServer[] {feedbackServer, scoreServer}) {
            if (server != null) {
                server.stop(0);
            }
        }
    }
}
