package io.aftertouch.platform.testing.intruder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

import io.aftertouch.platform.access.Scopes;
import io.aftertouch.platform.testing.Contracts;
import io.aftertouch.platform.testing.TestKeys;
import io.quarkus.elytron.security.common.BcryptUtil;
import io.restassured.RestAssured;
import org.eclipse.microprofile.config.ConfigProvider;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Knocks at every door of a service with every kind of credentials, and holds what opened against {@code docs/access.md}, where people read who may do what.
 * A change of what is allowed is a change of that file. With {@code -Daftertouch.access.write=true} it is written.
 */
public final class AccessMatrix {

    private static final boolean WRITE = Boolean.getBoolean("aftertouch.access.write");
    private static final List<String> ROLES = List.of("admin", "editor", "support", "analyst");
    private static final String PASSWORD = "right";
    private static final String COOKIE = "quarkus-credential";
    private static final String EVERYBODY = "everybody";
    private static final String HEAD = "\n| | keys with | people who are |\n| --- | --- | --- |\n";

    private final String service;
    private final Set<String> wrong = new LinkedHashSet<>();
    private final Map<String, UnaryOperator<Request>> keys = new LinkedHashMap<>();
    private final Map<String, UnaryOperator<Request>> pairs = new LinkedHashMap<>();
    private final Map<String, UnaryOperator<Request>> people = new LinkedHashMap<>();
    private final Map<String, UnaryOperator<Request>> strangers = new LinkedHashMap<>();
    private final Map<String, UnaryOperator<Request>> powerless = new LinkedHashMap<>();
    private final UnaryOperator<Request> otherService = bearer(TestKeys.ofService());

    private AccessMatrix(String service, Wire wire) {
        this.service = service;
        Scopes.ALL.forEach(scope -> keys.put(scope, bearer(TestKeys.withScopes(scope))));
        List<String> limited =
                Scopes.ALL.stream().filter(scope -> !scope.equals(Scopes.ADMIN)).toList();
        for (String one : limited) {
            for (String other : limited.subList(limited.indexOf(one) + 1, limited.size())) {
                pairs.put(one + " and " + other, bearer(TestKeys.withScopes(one, other)));
            }
        }
        writeUsers();
        ROLES.forEach(role -> people.put(role, session(wire, role)));
        strangers.put("a revoked key", bearer(TestKeys.revoked()));
        strangers.put("an expired key", bearer(TestKeys.expired()));
        strangers.put("the token of a form", bearer("AbCdEfGhIjKlMnOpQrStUv"));
        strangers.put("a key as a session", request -> request.with("Cookie", COOKIE + "=" + TestKeys.allScopes()));
        powerless.put("a key for nothing", bearer(TestKeys.withScopes()));
        powerless.put("a key that claims to be a service", bearer(TestKeys.withScopes(Scopes.SERVICES)));
        powerless.put("somebody without a role", session(wire, "nobody"));
    }

    /**
     * Checks a service.
     *
     * @param root its package, {@code io.aftertouch.survey}
     */
    public static void check(String service, String root) throws IOException {
        Wire wire = new Wire(RestAssured.port);
        AccessMatrix matrix = new AccessMatrix(service, wire);
        String table = Door.of(root).stream()
                .map(door -> matrix.row(door, wire))
                .distinct()
                .collect(Collectors.joining("\n", HEAD, "\n"));
        assertThat(matrix.wrong)
                .as("doors that open to whom nothing opens, say nothing or lack headers")
                .isEmpty();
        matrix.compare(table);
    }

    private String row(Door door, Wire wire) {
        if (opens(door, request -> request, wire)) {
            return row(door, EVERYBODY, EVERYBODY);
        }
        strangers.keySet().stream()
                .filter(name -> opens(door, strangers.get(name), wire))
                .forEach(name -> wrong.add(door + " to " + name));
        List<String> opened = powerless.keySet().stream()
                .filter(name -> opens(door, powerless.get(name), wire))
                .toList();
        if (opened.size() == powerless.size()) {
            return row(door, "any scope or none", "any role or none");
        }
        opened.forEach(name -> wrong.add(door + " to " + name));
        List<String> roles = ROLES.stream()
                .filter(role -> opens(door, people.get(role), wire))
                .toList();
        boolean internal = opens(door, otherService, wire);
        List<String> scopes = openingScopes(door, wire);
        if (internal && !(scopes.isEmpty() && roles.isEmpty())) {
            wrong.add(door + " to other services, and not to them alone");
        }
        return row(door, internal ? "none, but other services" : said(scopes), said(roles));
    }

    /** The scopes of which one is enough; where none but admin is, pairs of which both are needed. */
    private List<String> openingScopes(Door door, Wire wire) {
        List<String> alone = keys.keySet().stream()
                .filter(scope -> opens(door, keys.get(scope), wire))
                .toList();
        if (!alone.equals(List.of(Scopes.ADMIN))) {
            return alone.stream().filter(scope -> !scope.equals(Scopes.ADMIN)).toList();
        }
        List<String> both = pairs.keySet().stream()
                .filter(pair -> opens(door, pairs.get(pair), wire))
                .toList();
        return both.isEmpty() ? alone : both;
    }

    private boolean opens(Door door, UnaryOperator<Request> credentials, Wire wire) {
        Request knock = door.knock()
                .with("X-Forwarded-For", "198.51.100.251")
                // a page of our own asks
                .with("Sec-Fetch-Site", "same-origin");
        Reply reply;
        try {
            reply = wire.send(credentials.apply(knock));
        } catch (Wire.NoReply nothing) {
            wrong.add(door + " does not answer: " + nothing.getMessage());
            return false;
        }
        judgeHeaders(door, reply);
        if (reply.status() == 500) {
            wrong.add(door + " fails");
        }
        boolean ledToSignIn = reply.status() == 302 && reply.header("location").contains("/signin");
        return reply.status() != 401 && reply.status() != 403 && !ledToSignIn;
    }

    private void judgeHeaders(Door door, Reply reply) {
        if (!reply.header("x-content-type-options").equals("nosniff")
                || reply.header("referrer-policy").isEmpty()
                || reply.header("cache-control").isEmpty()) {
            wrong.add(door + " lacks headers that every answer has");
        }
        String policy = reply.header("content-security-policy");
        if (reply.header("content-type").startsWith("text/html") && !policy.contains("default-src 'none'")
                || policy.matches(".*script-src[^;]*unsafe.*")) {
            wrong.add(door + " lets the browser run more than our own scripts");
        }
    }

    private static String row(Door door, String keys, String people) {
        return "| `" + door + "` | " + keys + " | " + people + " |";
    }

    private static String said(List<String> who) {
        return who.isEmpty() ? "none" : String.join(", ", who);
    }

    private static UnaryOperator<Request> bearer(String token) {
        return request -> request.with("Authorization", "Bearer " + token);
    }

    private static UnaryOperator<Request> session(Wire wire, String name) {
        Reply signedIn = wire.send(Request.of("POST", "/j_security_check")
                .with("Content-Type", "application/x-www-form-urlencoded")
                .saying("j_username=" + name + "&j_password=" + PASSWORD));
        String cookie = signedIn.header("set-cookie");
        assertThat(cookie).as("the session of " + name).startsWith(COOKIE + "=");
        return request -> request.with("Cookie", cookie.substring(0, cookie.indexOf(';')));
    }

    /** One person of each role, called as it is. */
    private static void writeUsers() {
        Path file = ConfigProvider.getConfig().getValue("aftertouch.users-file", Path.class);
        String hash = BcryptUtil.bcryptHash(PASSWORD, 4);
        List<String> users = new ArrayList<>(
                ROLES.stream().map(role -> role + "=" + hash + ";" + role).toList());
        users.add("nobody=" + hash + ";visitor");
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.write(file, users);
            Files.setLastModifiedTime(file, FileTime.from(Instant.now().plusSeconds(60)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void compare(String table) throws IOException {
        Path file = Contracts.root().resolve("docs/access.md");
        String committed = Files.readString(file);
        String heading = "\n## " + service + "\n";
        int from = committed.indexOf(heading) + heading.length();
        int next = committed.indexOf("\n## ", from);
        int to = next < 0 ? committed.length() : next;
        if (WRITE) {
            Files.writeString(file, committed.substring(0, from) + table + committed.substring(to));
            return;
        }
        assertThat(table.strip().lines())
                .as("who may do what has changed; if that is meant, run this test with -Daftertouch.access.write=true"
                        + " and commit docs/access.md")
                .containsExactlyElementsOf(
                        committed.substring(from, to).strip().lines().toList());
    }
}
