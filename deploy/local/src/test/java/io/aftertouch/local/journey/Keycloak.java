package io.aftertouch.local.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.aftertouch.embedded.FreePorts;

import static org.awaitility.Awaitility.await;

/** A real Keycloak with a realm of its own, as a process that forgets everything when it stops. */
final class Keycloak implements AutoCloseable {

    static final String CLIENT = "aftertouch";
    static final String PASSWORD = "tuk7-wenp-hq3m";

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final ObjectMapper JSON = new ObjectMapper();

    private final int port = new FreePorts(new SecureRandom()).next();
    private final String clientSecret = Long.toString(new SecureRandom().nextLong() >>> 1, 36) + "-of-this-run";
    private final Process process;
    private final Path log;

    private Keycloak(Path home, Path folder) throws IOException {
        Path realms = Files.createDirectories(home.resolve("data/import"));
        JSON.writeValue(realms.resolve("nordlys.json").toFile(), realm());
        log = Files.createDirectories(folder).resolve("keycloak.log");
        process = new ProcessBuilder(
                        "bash",
                        home.resolve("bin/kc.sh").toString(),
                        "start-dev",
                        "--http-host=127.0.0.1",
                        "--http-port=" + port,
                        "--db=dev-mem",
                        "--import-realm")
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(this::close, "keycloak-stop"));
    }

    /** Starts it and returns at once. */
    static Keycloak starting(Path home, Path folder) {
        try {
            return new Keycloak(home, folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Keycloak awaited() {
        await("Keycloak (see " + log + ")")
                .atMost(Duration.ofMinutes(4))
                .pollInterval(Duration.ofMillis(500))
                .failFast("Keycloak ended, see " + log, () -> !process.isAlive())
                .ignoreExceptions()
                .until(() -> get(issuer() + "/.well-known/openid-configuration") == 200);
        return this;
    }

    String issuer() {
        return "http://localhost:" + port + "/realms/nordlys";
    }

    String clientSecret() {
        return clientSecret;
    }

    /** A token with which a program of its own comes to the API. */
    String tokenOf(String program) {
        String form = Map.of("grant_type", "client_credentials", "client_id", program, "client_secret", clientSecret)
                .entrySet()
                .stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        try {
            HttpResponse<String> answer = HTTP.send(
                    HttpRequest.newBuilder(URI.create(issuer() + "/protocol/openid-connect/token"))
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(HttpRequest.BodyPublishers.ofString(form))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            return JSON.readTree(answer.body()).required("access_token").asText();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static int get(String address) throws IOException, InterruptedException {
        return HTTP.send(HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    /** As docs/operations.md says that a realm is to be set up: the roles in a claim of both tokens, and this installation in the audience. */
    private Map<String, Object> realm() {
        return Map.of(
                "realm",
                "nordlys",
                "enabled",
                true,
                "sslRequired",
                "none",
                "roles",
                Map.of("realm", List.of(Map.of("name", "cx-admin"), Map.of("name", "cx-desk"))),
                "users",
                List.of(user("mette", "cx-admin"), user("jonas", "cx-desk"), account("crm")),
                "clients",
                List.of(client(CLIENT, true), client("crm", false)));
    }

    private static Map<String, Object> user(String name, String role) {
        return Map.of(
                "username",
                name,
                "enabled",
                true,
                "email",
                name + "@nordlys.example",
                "emailVerified",
                true,
                "firstName",
                name,
                "lastName",
                "of Nordlys",
                "realmRoles",
                List.of(role),
                "credentials",
                List.of(Map.of("type", "password", "value", PASSWORD, "temporary", false)));
    }

    private static Map<String, Object> account(String program) {
        return Map.of(
                "username",
                "service-account-" + program,
                "enabled",
                true,
                "serviceAccountClientId",
                program,
                "realmRoles",
                List.of("cx-desk"));
    }

    private Map<String, Object> client(String name, boolean people) {
        return Map.of(
                "clientId",
                name,
                "secret",
                clientSecret,
                "publicClient",
                false,
                "standardFlowEnabled",
                people,
                "serviceAccountsEnabled",
                !people,
                "redirectUris",
                List.of("http://localhost:*"),
                "attributes",
                Map.of("post.logout.redirect.uris", "http://localhost:*"),
                "protocolMappers",
                List.of(
                        mapper(
                                "roles",
                                "oidc-usermodel-realm-role-mapper",
                                Map.of(
                                        "claim.name", "roles",
                                        "multivalued", "true",
                                        "jsonType.label", "String",
                                        "id.token.claim", "true",
                                        "access.token.claim", "true")),
                        mapper(
                                "audience",
                                "oidc-audience-mapper",
                                Map.of("included.client.audience", CLIENT, "access.token.claim", "true"))));
    }

    private static Map<String, Object> mapper(String name, String kind, Map<String, String> settings) {
        return Map.of("name", name, "protocol", "openid-connect", "protocolMapper", kind, "config", settings);
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
        try {
            process.waitFor(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
