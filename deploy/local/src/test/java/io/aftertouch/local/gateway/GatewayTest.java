package io.aftertouch.local.gateway;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import io.aftertouch.embedded.FreePorts;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

/** The real gateway before a small real server that tells what it was asked; a second service is away. */
class GatewayTest {

    private final FreePorts ports = new FreePorts(new SecureRandom());
    private final int port = ports.next();
    private final int servicePort = ports.next();
    private final Vertx vertx = Vertx.vertx();
    private final HttpClient http = HttpClient.newHttpClient();
    private final BlockingQueue<Runnable> nextEvent = new LinkedBlockingQueue<>();
    private Gateway gateway;

    @BeforeEach
    void open() throws IOException {
        vertx.createHttpServer()
                .requestHandler(this::tell)
                .listen(servicePort, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
        gateway = Gateway.open(
                vertx,
                port,
                Map.of(Upstream.SURVEY, servicePort, Upstream.FEEDBACK, ports.next(), Upstream.SCORE, servicePort),
                request -> request.response().end("the launcher's own"));
    }

    @AfterEach
    void close() {
        gateway.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private void tell(HttpServerRequest request) {
        if (request.path().equals("/hotspots/stream")) {
            request.response().putHeader("Content-Type", "text/event-stream").setChunked(true);
            request.response().write("data: first\n\n");
            nextEvent.add(() -> vertx.runOnContext(ignored -> request.response().end("data: second\n\n")));
            return;
        }
        if (request.path().equals("/hotspots/dies")) {
            request.connection().close();
            return;
        }
        request.body().onSuccess(body -> {
            JsonObject told = new JsonObject()
                    .put("method", request.method().name())
                    .put("uri", request.uri())
                    .put("length", body.length());
            request.headers().forEach(header -> told.put(header.getKey().toLowerCase(), header.getValue()));
            request.response().end(Buffer.buffer(told.encode()));
        });
    }

    private HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
        return http.send(
                (headers.length == 0 ? request : request.headers(headers)).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void aRequestArrivesWithItsQueryAndTheAddressOfTheSite() throws Exception {
        JsonObject told = new JsonObject(
                get("/api/v1/scores?metric=NPS&segment=country:DK").body());

        assertThat(told.getString("uri")).isEqualTo("/api/v1/scores?metric=NPS&segment=country:DK");
        assertThat(told.getString("x-forwarded-host")).isEqualTo("localhost:" + port);
        assertThat(told.getString("x-forwarded-proto")).isEqualTo("http");
    }

    @Test
    void whatARequestClaimsAboutItsOriginIsDropped() throws Exception {
        JsonObject told = new JsonObject(get(
                        "/surveys",
                        "X-Forwarded-For",
                        "203.0.113.9",
                        "X-Forwarded-Host",
                        "evil.example",
                        "X-Forwarded-Prefix",
                        "/admin",
                        "Forwarded",
                        "for=203.0.113.9",
                        "X-HTTP-Method-Override",
                        "DELETE")
                .body());

        assertThat(told.getString("x-forwarded-for")).isIn("127.0.0.1", "0:0:0:0:0:0:0:1");
        assertThat(told.getString("x-forwarded-host")).isEqualTo("localhost:" + port);
        assertThat(told.fieldNames()).doesNotContain("forwarded", "x-forwarded-prefix", "x-http-method-override");
    }

    @Test
    void aServiceThatIsAwayIsAProblemForProgramsAndAPageForPeople() throws Exception {
        HttpResponse<String> api = get("/api/v1/responses");
        HttpResponse<String> page = get("/inbox");

        assertThat(api.statusCode()).isEqualTo(503);
        assertThat(api.headers().firstValue("Retry-After")).isPresent();
        assertThat(api.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(new JsonObject(api.body()).getString("type")).isEqualTo("/problems/unavailable");
        assertThat(page.statusCode()).isEqualTo(503);
        assertThat(page.body()).contains("<h1>Not available right now</h1>");
    }

    @Test
    void anAnswerThatBreaksOffBeforeItBeganIsSaidToBeLost() throws Exception {
        HttpResponse<String> answer = get("/hotspots/dies");

        assertThat(answer.statusCode()).isEqualTo(502);
        assertThat(answer.body()).contains("<h1>The answer was lost</h1>");
    }

    @Test
    void serverSentEventsArriveOneByOne() throws Exception {
        HttpResponse<InputStream> answer = http.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/hotspots/stream"))
                        .build(),
                HttpResponse.BodyHandlers.ofInputStream());
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(answer.body(), UTF_8))) {
            assertThat(lines.readLine()).isEqualTo("data: first");
            nextEvent.poll(20, TimeUnit.SECONDS).run();
            assertThat(lines.readLine()).isEmpty();
            assertThat(lines.readLine()).isEqualTo("data: second");
        }
    }

    @Test
    void aSuspiciousPathReachesNobody() throws Exception {
        assertThat(raw("GET /inbox;a HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 400");
        assertThat(raw("GET //inbox HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 400");
    }

    @Test
    void anotherNameForThisMachineIsRefused() throws Exception {
        assertThat(raw("GET / HTTP/1.1\r\nHost: rebound.example\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 421");
    }

    @Test
    void aBodyThatIsTooLongIsRefusedWhetherItSaysSoOrNot() throws Exception {
        byte[] tooLong = new byte[4 << 20];
        HttpRequest announced = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/v1/events"))
                .POST(HttpRequest.BodyPublishers.ofByteArray(tooLong))
                .timeout(Duration.ofSeconds(30))
                .build();

        assertThat(http.send(announced, HttpResponse.BodyHandlers.ofString()).statusCode())
                .isEqualTo(413);
        assertThat(chunked(tooLong)).startsWith("HTTP/1.1 413");
    }

    @Test
    void theLaunchersOwnPagesAndUnknownOnes() throws Exception {
        assertThat(get("/mail").body()).isEqualTo("the launcher's own");
        assertThat(get("/nothing").statusCode()).isEqualTo(404);
    }

    @Test
    void aPortInUseIsAFailure() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            assertThatIOException()
                    .isThrownBy(() -> Gateway.open(vertx, other.getLocalPort(), Map.of(), request -> request.response()
                            .end()));
        }
    }

    private String raw(String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getByName("127.0.0.1"), port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(UTF_8));
            return new String(socket.getInputStream().readAllBytes(), UTF_8);
        }
    }

    private String chunked(byte[] body) throws IOException {
        try (Socket socket = new Socket(InetAddress.getByName("127.0.0.1"), port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream()
                    .write("POST /api/v1/events HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n"
                            .getBytes(UTF_8));
            socket.getOutputStream().write((Integer.toHexString(body.length) + "\r\n").getBytes(UTF_8));
            socket.getOutputStream().write(body);
            socket.getOutputStream().write("\r\n0\r\n\r\n".getBytes(UTF_8));
            return new String(socket.getInputStream().readNBytes(12), UTF_8);
        }
    }
}
