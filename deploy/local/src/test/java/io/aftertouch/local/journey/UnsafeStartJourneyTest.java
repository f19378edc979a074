package io.aftertouch.local.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The services as they are delivered do not start with secrets that are none, and say which, before they reach for anything. */
class UnsafeStartJourneyTest {

    private static final String A_KEY = "5v0Jt5r8Hq1x+Uo0eZk3Wb7cY2dN9aLsPfGmTiQwXhE=";

    private record Ended(int status, String said) {}

    @Test
    void whatIsMissingIsNamed() {
        List<Process> starts = List.of(
                start("survey-service", Map.of("AFTERTOUCH_TOKEN_KEY", "")),
                start("feedback-service", Map.of("AFTERTOUCH_RESPONDENT_KEY", A_KEY)),
                start("score-service", Map.of("AFTERTOUCH_OIDC_ISSUER", "https://id.example")));

        assertThat(end(starts.get(0)))
                .returns(1, Ended::status)
                .extracting(Ended::said)
                .asString()
                .contains(
                        "survey-service does not start",
                        "aftertouch.session-key",
                        "AFTERTOUCH_SESSION_KEY",
                        "quarkus.datasource.password",
                        "aftertouch.respondent-key",
                        "aftertouch.token-key is missing or empty");
        assertThat(end(starts.get(1)))
                .returns(1, Ended::status)
                .extracting(Ended::said)
                .asString()
                .contains("aftertouch.session-key", "quarkus.datasource.password")
                .doesNotContain("aftertouch.respondent-key", A_KEY);
        assertThat(end(starts.get(2)))
                .returns(1, Ended::status)
                .extracting(Ended::said)
                .asString()
                .contains("aftertouch.webhook.key", "aftertouch.oidc.client-secret is missing or empty");
    }

    @Test
    void whatEverybodyKnowsIsNoSecret() {
        Ended ended = end(start(
                "score-service",
                Map.of(
                        "AFTERTOUCH_SESSION_KEY", "a-key-for-tests-that-is-long-enough",
                        "AFTERTOUCH_RESPONDENT_KEY", A_KEY,
                        "AFTERTOUCH_WEBHOOK_KEY", "short",
                        "QUARKUS_DATASOURCE_PASSWORD", "changeit")));

        assertThat(ended.status()).isEqualTo(1);
        assertThat(ended.said())
                .contains(
                        "aftertouch.session-key has a value that everybody knows",
                        "aftertouch.webhook.key has 5 characters",
                        "quarkus.datasource.password has a value that everybody knows")
                .doesNotContain("changeit", "a-key-for-tests", "aftertouch.respondent-key");
    }

    private static Process start(String service, Map<String, String> secrets) {
        Path target = Path.of(System.getProperty("aftertouch.root"), service, "target");
        try (var jars = Files.newDirectoryStream(target, "aftertouch-*-runner.jar")) {
            ProcessBuilder program = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:TieredStopAtLevel=1",
                            "-XX:+UseSerialGC",
                            "-jar",
                            jars.iterator().next().toString())
                    .redirectErrorStream(true);
            program.environment().keySet().removeIf(name -> name.startsWith("AFTERTOUCH_"));
            program.environment().putAll(secrets);
            return program.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Ended end(Process start) {
        try {
            String said = new String(start.getInputStream().readAllBytes());
            assertThat(start.waitFor(60, TimeUnit.SECONDS)).isTrue();
            return new Ended(start.exitValue(), said);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
