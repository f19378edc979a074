package io.aftertouch.local.journey;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.aftertouch.embedded.FreePorts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * A service as it runs behind a proxy that ends TLS, with logs for programs: an instance beside that of the suite, with another public address, which
 * tells and hears nothing.
 */
class BehindTlsJourneyTest {

    private static final String SERVICE = "score-service";

    /** What the JVM says before anybody can make an object of it. */
    private static final Pattern OF_THE_JVM = Pattern.compile("Picked up JAVA_TOOL_OPTIONS|WARNING: |$");

    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    private final RunningSuite suite = RunningSuite.shared();
    private final Path log = suite.file("behind-tls.log");
    private String url;
    private Process process;

    @BeforeEach
    void start() throws IOException {
        FreePorts ports = new FreePorts(new SecureRandom());
        url = "http://127.0.0.1:" + ports.next();
        ProcessBuilder builder = new ProcessBuilder(suite.command(SERVICE))
                .directory(Files.createDirectories(suite.file("behind-tls")).toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().clear();
        builder.environment().putAll(suite.environment(SERVICE));
        builder.environment()
                .putAll(Map.of(
                        "QUARKUS_HTTP_PORT", url.substring(url.lastIndexOf(':') + 1),
                        "QUARKUS_MANAGEMENT_PORT", Integer.toString(ports.next()),
                        "AFTERTOUCH_PUBLIC_ADDRESS", "https://feedback.example",
                        "AFTERTOUCH_OUTBOX_RELAY", "false",
                        "KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:1",
                        "QUARKUS_LOG_CONSOLE_JSON_ENABLED", "true"));
        process = builder.start();
        await("an instance behind TLS, see " + log)
                .atMost(Duration.ofSeconds(90))
                .failFast("it ended, see " + log, () -> !process.isAlive())
                .ignoreExceptions()
                .until(() -> get("/signin").statusCode() == 200);
    }

    @AfterEach
    void stop() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(45, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }

    @Test
    void theSessionIsBoundToTheHostAndToTlsAndEveryLogLineIsAnObject() throws Exception {
        assertThat(get("/signin").headers().firstValue("Strict-Transport-Security"))
                .contains("max-age=31536000");

        HttpResponse<String> signedIn = send(HttpRequest.newBuilder(URI.create(url + "/j_security_check"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "j_username=" + suite.credential("user") + "&j_password=" + suite.credential("password"))));
        String session = signedIn.headers().allValues("Set-Cookie").stream()
                .filter(cookie -> cookie.startsWith("__Host-aftertouch="))
                .findFirst()
                .orElseThrow();
        assertThat(List.of(session.split("; *")))
                .contains("Path=/", "Secure", "SameSite=Lax")
                .anyMatch("HttpOnly"::equalsIgnoreCase)
                .noneMatch(attribute -> attribute.startsWith("Domain"));
        assertThat(send(HttpRequest.newBuilder(URI.create(url + "/webhooks"))
                                .header("Cookie", session.substring(0, session.indexOf(';'))))
                        .statusCode())
                .isEqualTo(200);

        stop();
        for (String line : Files.readAllLines(log)) {
            if (!OF_THE_JVM.matcher(line).lookingAt()) {
                JsonNode said = new ObjectMapper().readTree(line);
                for (String field : List.of("timestamp", "level", "loggerName", "message", "mdc")) {
                    assertThat(said.has(field)).as(field + " of " + line).isTrue();
                }
            }
        }
        assertThat(Files.readString(log)).contains("started in");
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(url + path)));
    }

    /** As the proxy hands it on. */
    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return HTTP.send(
                request.timeout(Duration.ofSeconds(20))
                        .header("X-Forwarded-Proto", "https")
                        .header("X-Forwarded-Host", "feedback.example")
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }
}
