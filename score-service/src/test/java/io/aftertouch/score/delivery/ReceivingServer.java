package io.aftertouch.score.delivery;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.Function;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/** Receivers of webhooks, one for each path. They keep what they are told and answer as a test wants. */
final class ReceivingServer implements AutoCloseable {

    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private final Map<String, Function<Call, Answer>> answers = new ConcurrentHashMap<>();
    private final HttpServer server;

    /** One post. */
    record Call(String path, HttpHeaders headers, String body) {

        String id() {
            return headers.firstValue("webhook-id").orElseThrow();
        }
    }

    /** @param retryAfter the header of this name; null for none */
    record Answer(int status, String body, String retryAfter) {

        Answer(int status, String body) {
            this(status, body, null);
        }
    }

    ReceivingServer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::answer);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    String url(String path) {
        return "http://localhost:" + server.getAddress().getPort() + path;
    }

    /** From now on this path answers so; before that with 204. */
    void answering(String path, Function<Call, Answer> answer) {
        answers.put(path, answer);
    }

    void answering(String path, int status) {
        answering(path, call -> new Answer(status, "status " + status));
    }

    List<Call> calls(String path) {
        return calls.stream().filter(call -> call.path().equals(path)).toList();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            Call call = new Call(
                    exchange.getRequestURI().getPath(),
                    HttpHeaders.of(exchange.getRequestHeaders(), (name, value) -> true),
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            calls.add(call);
            Answer answer = answers.getOrDefault(call.path(), any -> new Answer(204, ""))
                    .apply(call);
            byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Location", url("/elsewhere"));
            if (answer.retryAfter() != null) {
                exchange.getResponseHeaders().add("Retry-After", answer.retryAfter());
            }
            exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
