package io.aftertouch.local.demo;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ApiTest {

    private final Deque<String> answers = new ArrayDeque<>();
    private final List<String> asked = new ArrayList<>();
    private HttpServer server;
    private Api api;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        api = new Api(URI.create("http://localhost:" + server.getAddress().getPort()), "atk_k7_secret");
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void whatIsTurnedAwayNowIsPostedAgain() throws InterruptedException {
        answers.addAll(List.of("503 {}", "503 {}", "201 {\"id\":\"one\"}"));

        assertThat(api.post("/api/v1/responses", Map.of("score", 9))
                        .orFail()
                        .path("id")
                        .asText())
                .isEqualTo("one");
        assertThat(asked).hasSize(3).containsOnly("POST /api/v1/responses Bearer atk_k7_secret {\"score\":9}");
    }

    @Test
    void aProblemIsNotTriedAgain() throws InterruptedException {
        answers.add("409 {\"type\":\"/problems/already-answered\",\"detail\":\"Another answer was there first.\"}");

        Api.Reply reply = api.post("/api/v1/responses", Map.of("score", 9));

        assertThat(reply.isProblem("already-answered")).isTrue();
        assertThat(reply.isProblem("unknown-survey")).isFalse();
        assertThatThrownBy(reply::orFail).isInstanceOf(Api.Refused.class).hasMessage("Another answer was there first.");
        assertThat(asked).hasSize(1);
    }

    @Test
    void whatIsNotJsonIsARefusalToo() throws InterruptedException {
        answers.add("404 <html>Nothing here</html>");

        assertThatThrownBy(api.get("/nowhere")::orFail).hasMessage("it answered 404");
    }

    @Test
    void theKeyIsCalledByItsIdInTheHistoryOfACase() {
        assertThat(api.caller()).isEqualTo("key:k7");
    }

    private void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                + exchange.getRequestHeaders().getFirst("Authorization") + " " + body);
        String answer = answers.removeFirst();
        byte[] content = answer.substring(4).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Retry-After", "0");
        exchange.sendResponseHeaders(Integer.parseInt(answer.substring(0, 3)), content.length);
        exchange.getResponseBody().write(content);
        exchange.close();
    }
}
