package io.aftertouch.platform.webhook;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.net.PemTrustOptions;
import io.vertx.core.net.PfxOptions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Posts to a real receiver on this machine. */
class WebhookClientTest {

    private static final WebhookSecret SECRET = WebhookSecret.of("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");

    private final Vertx vertx = Vertx.vertx();
    private final AtomicInteger calls = new AtomicInteger();
    private volatile MultiMap headers;
    private volatile String body;
    private volatile int status = 204;
    private HttpServer server;

    @BeforeEach
    void aReceiverIsThere() throws Exception {
        server = listen(new HttpServerOptions());
    }

    @AfterEach
    void closeAll() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get();
    }

    @Test
    void aMessageArrivesSignedWithItsId() throws IOException {
        assertThat(client().post(call("http://localhost:" + server.actualPort() + "/sms?tenant=1", Reach.ANYWHERE)))
                .isEqualTo(new WebhookReply(204, ""));

        assertThat(body).isEqualTo("{}");
        assertThat(headers.get("webhook-id")).isEqualTo("msg-1");
        assertThat(headers.get("webhook-timestamp")).matches("[0-9]{10}");
        assertThat(headers.get("webhook-signature")).startsWith("v1,");
        assertThat(headers.get("Host")).isEqualTo("localhost:" + server.actualPort());
    }

    @Test
    void redirectsAreNotFollowed() throws IOException {
        status = 307;

        assertThat(client().post(call("http://localhost:" + server.actualPort() + "/", Reach.ANYWHERE))
                        .status())
                .isEqualTo(307);

        assertThat(calls).hasValue(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://localhost/",
                "https://127.0.0.1/",
                "https://[::1]/",
                "https://[::ffff:127.0.0.1]/",
                "https://2130706433/",
                "https://0x7f.1/",
                "https://10.0.0.1/",
                "https://169.254.169.254/latest/meta-data",
                "https://017700000001/",
                "https://127.1/",
                "https://[::ffff:7f00:1]/",
                "https://[::127.0.0.1]/",
                "https://[64:ff9b::7f00:1]/",
                "https://[fe80::1]/",
                "https://localhost./",
                "https://LOCALHOST/",
                "https://8.8.8.8@127.0.0.1/",
                "https://8.8.8.8:443@localhost/",
                "https://%6c%6f%63alhost/",
                "https://my_host/",
                "https:8.8.8.8",
                "//8.8.8.8/",
                "http://8.8.8.8/",
                "ftp://8.8.8.8/",
                "https://user@8.8.8.8/",
                "https://8.8.8.8/#fragment",
                "https:///path"
            })
    void nothingLeadsIntoOurOwnNetwork(String url) {
        assertThatThrownBy(() -> client().post(call(url, Reach.PUBLIC)))
                .isInstanceOfAny(UnsafeTarget.class, java.net.UnknownHostException.class);
        assertThat(calls).hasValue(0);
    }

    @Test
    void whoDoesNotAnswerIsLeftInTime() throws Exception {
        HttpServer silent = vertx.createHttpServer()
                .requestHandler(request -> request.pause())
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .get();

        assertThatThrownBy(() -> client().post(call(
                        "http://127.0.0.1:" + silent.actualPort() + "/", Reach.ANYWHERE, Duration.ofSeconds(2))))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("No answer within 2 s");
    }

    @Test
    void ofALongAnswerTheBeginningIsRead() throws Exception {
        HttpServer talkative = answering(response -> {
            response.setChunked(true).setStatusCode(500);
            vertx.setPeriodic(1, again -> response.write("no ".repeat(100)));
        });

        WebhookReply reply = client().post(call("http://127.0.0.1:" + talkative.actualPort() + "/", Reach.ANYWHERE));

        assertThat(reply.status()).isEqualTo(500);
        assertThat(reply.body()).hasSize(1024).startsWith("no no no ");
    }

    @Test
    void whoSaysAStatusAndFallsSilentHasSaidTheStatus() throws Exception {
        HttpServer silent = answering(response -> response.setChunked(true).write("taken"));

        assertThat(client().post(call(
                        "http://127.0.0.1:" + silent.actualPort() + "/", Reach.ANYWHERE, Duration.ofSeconds(4))))
                .isEqualTo(new WebhookReply(200, "taken"));
    }

    @Test
    void eachSecretSigns() throws Exception {
        String before = WebhookSecret.make(new SecureRandom());
        WebhookCall call = call("http://localhost:" + server.actualPort() + "/", Reach.ANYWHERE);

        client().post(new WebhookCall(
                call.url(),
                call.reach(),
                List.of(SECRET, WebhookSecret.of(before)),
                call.id(),
                call.body(),
                call.patience()));

        assertThat(headers.get("webhook-signature").split(" ")).hasSize(2);
        HttpHeaders received = HttpHeaders.of(
                headers.entries().stream()
                        .collect(Collectors.groupingBy(
                                header -> header.getKey().toLowerCase(Locale.ROOT),
                                Collectors.mapping(Map.Entry::getValue, Collectors.toList()))),
                (name, value) -> true);
        for (String secret : List.of("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", before)) {
            new Webhook(secret).verify(body, received);
        }
        assertThatThrownBy(() -> new Webhook(WebhookSecret.make(new SecureRandom())).verify(body, received))
                .isInstanceOf(WebhookVerificationException.class);
    }

    @Test
    void whoIsNotThereIsAFailure() {
        server.close().toCompletionStage().toCompletableFuture().join();

        assertThatThrownBy(() -> client().post(call("http://127.0.0.1:" + server.actualPort() + "/", Reach.ANYWHERE)))
                .isInstanceOf(IOException.class);
    }

    @Test
    void theCertificateMustBeThatOfTheNameAlthoughTheConnectionGoesToTheAddress(@TempDir Path folder) throws Exception {
        Certificate ofLocalhost = Certificate.of("localhost", folder);
        HttpServer secure = listen(ofLocalhost.server());
        HttpServer other = listen(Certificate.of("elsewhere.example", folder).server());
        WebhookClient trusting = new WebhookClient(
                vertx.createHttpClient(WebhookClient.options()
                        .setTrustOptions(new PemTrustOptions()
                                .addCertPath(ofLocalhost.pem().toString()))),
                Clock.systemUTC());

        assertThat(trusting.post(call("https://localhost:" + secure.actualPort() + "/", Reach.ANYWHERE))
                        .status())
                .isEqualTo(204);
        assertThatThrownBy(() -> trusting.post(call("https://127.0.0.1:" + secure.actualPort() + "/", Reach.ANYWHERE)))
                .as("a certificate of another name")
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> trusting.post(call("https://localhost:" + other.actualPort() + "/", Reach.ANYWHERE)))
                .as("a certificate that nobody trusts")
                .isInstanceOf(IOException.class);
    }

    /** A certificate that was signed by nobody else, made with the program that every JDK has. */
    private record Certificate(Path store, Path pem) {

        static Certificate of(String name, Path folder) throws Exception {
            Certificate made = new Certificate(folder.resolve(name + ".p12"), folder.resolve(name + ".pem"));
            keytool(made.store, "-genkeypair", "-keyalg", "EC", "-dname", "CN=" + name, "-ext", "SAN=dns:" + name);
            keytool(made.store, "-exportcert", "-rfc", "-file", made.pem.toString());
            return made;
        }

        private static void keytool(Path store, String... arguments) throws Exception {
            List<String> command = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
            command.addAll(List.of(arguments));
            command.addAll(List.of("-keystore", store.toString(), "-storepass", "changeit", "-alias", "it"));
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor()).as(said).isZero();
        }

        HttpServerOptions server() {
            return new HttpServerOptions()
                    .setSsl(true)
                    .setKeyCertOptions(
                            new PfxOptions().setPath(store.toString()).setPassword("changeit"));
        }
    }

    private HttpServer listen(HttpServerOptions options) throws Exception {
        return vertx.createHttpServer(options)
                .requestHandler(this::answer)
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .get();
    }

    private void answer(HttpServerRequest request) {
        calls.incrementAndGet();
        headers = request.headers();
        request.body().map(Buffer::toString).onSuccess(text -> {
            body = text;
            request.response()
                    .setStatusCode(status)
                    .putHeader("Location", "/elsewhere")
                    .end();
        });
    }

    private HttpServer answering(Consumer<HttpServerResponse> answer) throws Exception {
        return vertx.createHttpServer()
                .requestHandler(request -> answer.accept(request.response()))
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .get();
    }

    private WebhookClient client() {
        return new WebhookClient(vertx.createHttpClient(WebhookClient.options()), Clock.systemUTC());
    }

    private static WebhookCall call(String url, Reach reach) {
        return call(url, reach, Duration.ofSeconds(30));
    }

    private static WebhookCall call(String url, Reach reach, Duration patience) {
        return new WebhookCall(
                URI.create(url), reach, List.of(SECRET), "msg-1", "{}".getBytes(StandardCharsets.UTF_8), patience);
    }
}
