package io.aftertouch.survey;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

/** A gateway for text messages of the company's own. It keeps what it is told and answers as a test wants. */
public final class SmsGatewayServer implements QuarkusTestResourceLifecycleManager {

    public static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    private static final List<Call> CALLS = new CopyOnWriteArrayList<>();
    private static volatile UnaryOperator<String> answers = body -> "202";
    private HttpServer server;

    /** One post. */
    public record Call(HttpHeaders headers, String body) {}

    /** What was posted with this text in its body. */
    public static List<Call> calls(String text) {
        return CALLS.stream().filter(call -> call.body().contains(text)).toList();
    }

    /** From now on a body is answered with this status. */
    public static void answering(UnaryOperator<String> status) {
        answers = status;
    }

    @Override
    public Map<String, String> start() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        server.createContext("/sms", SmsGatewayServer::answer);
        server.start();
        return Map.of(
                "aftertouch.webhook-channel.url",
                "http://127.0.0.1:" + server.getAddress().getPort() + "/sms",
                "aftertouch.webhook-channel.secret",
                SECRET,
                "aftertouch.webhook-channel.allow-private-network",
                "true");
    }

    private static void answer(HttpExchange exchange) throws java.io.IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            CALLS.add(new Call(HttpHeaders.of(exchange.getRequestHeaders(), (name, value) -> true), body));
            exchange.getResponseHeaders().add("Location", "/elsewhere");
            exchange.sendResponseHeaders(Integer.parseInt(answers.apply(body)), -1);
        }
    }

    @Override
    public void stop() {
        if (server != null) {
            server.stop(0);
        }
    }
}
