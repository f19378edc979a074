package io.aftertouch.platform.testing.intruder;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.aftertouch.platform.testing.TestKeys;
import io.restassured.RestAssured;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Sends each operation of a service as it should be sent, and then with everything wrong that {@link Tricks} knows. A good answer is a documented one that
 * says what is wrong, soon, and has changed nothing. The test says what there is to send to; the rest is read from the committed document.
 *
 * <p>A build proves every limit, and does some of all else that could be done: about one in {@value #ONE_OF}, always the same.
 * {@code -Daftertouch.hostile.all=true} does all, {@code -Daftertouch.hostile.seed=…} chooses otherwise, and
 * {@code -Daftertouch.hostile.only=…} sends one operation alone.
 */
public final class HostileRequests {

    private static final long SEED = Long.getLong("aftertouch.hostile.seed", 4711);
    private static final boolean ALL = Boolean.getBoolean("aftertouch.hostile.all");
    private static final int ONE_OF = 5;
    private static final String ONLY = System.getProperty("aftertouch.hostile.only", "");
    private static final ObjectMapper JSON = new ObjectMapper().findAndRegisterModules();
    private static final List<String> NAMES = List.of("id", "key", "ref", "code", "version", "revokedAt");
    private static final int SHOWN = 200;
    private static final int UNAVAILABLE = 503;
    private static final Duration SOON = Duration.ofMillis(500);
    private static final int TRIES = 5;
    private static final Trick AS_IT_SHOULD_BE = Trick.of("as it should be", Trick.Expected.DONE, request -> request);

    private final String service;
    private final ApiDocument document;
    private final Bodies bodies;
    private final Oracle oracle = new Oracle();
    private final String key;
    private final Map<String, Supplier<String>> paths = new HashMap<>();
    private final Map<String, Supplier<?>> contents = new HashMap<>();
    private final Map<String, String> queries = new HashMap<>();
    private final Map<String, JsonNode> untouched = new HashMap<>();
    private final Set<String> unavailable = new HashSet<>();
    private final Set<String> open = new HashSet<>();
    private final Set<String> spared = new HashSet<>();
    private final List<String> findings = new ArrayList<>();
    private int sent;
    private String slowest = "";
    private Duration slowestTook = Duration.ZERO;

    private HostileRequests(String service, String key) {
        this.service = service;
        this.key = key;
        this.document = ApiDocument.of(service);
        this.bodies = new Bodies(document);
    }

    /** @param key one that may do everything */
    public static HostileRequests to(String service, String key) {
        return new HostileRequests(service, key);
    }

    /**
     * Says where there is something to send to.
     *
     * @param where an operation by its id, or the beginning of a path as the document has it, {@code /api/v1/surveys/{key}}
     * @param values makes something new and names it: the values of the parameters of the path, with a slash between two;
     *     none where the path has none
     */
    public HostileRequests at(String where, Supplier<String> values) {
        paths.put(where, values);
        return this;
    }

    /**
     * Says what an operation takes, where the document does not say enough. What changes something takes what is there, unless it is said.
     *
     * @param content what becomes JSON, or a text or bytes, which are sent as they are in the first type that is not JSON
     */
    public HostileRequests saying(String operation, Supplier<?> content) {
        contents.put(operation, content);
        return this;
    }

    /** Says what an operation has to be asked. */
    public HostileRequests asking(String operation, String query) {
        queries.put(operation, query);
        return this;
    }

    /** Says of an operation that it cannot succeed here, since another service that it asks is not there. */
    public HostileRequests unavailable(String operation) {
        unavailable.add(operation);
        return this;
    }

    /** Says of an operation that everybody may ask for it. */
    public HostileRequests open(String operation) {
        open.add(operation);
        return this;
    }

    /** Says of an operation that it is left out, since what it begins would go on behind the back of other tests. */
    public HostileRequests sparing(String operation) {
        spared.add(operation);
        return this;
    }

    /** Fails with all that was found. */
    public void send() {
        Wire wire = new Wire(RestAssured.port);
        document.operations().stream()
                .filter(operation -> ONLY.isEmpty() || operation.id().equals(ONLY))
                .filter(operation -> !spared.contains(operation.id()))
                .forEach(operation -> {
                    try {
                        send(operation, wire);
                    } catch (RuntimeException | AssertionError e) {
                        findings.add(operation + ": there is nothing to send to: " + e);
                    }
                });
        System.out.printf(
                "%s: %,d hostile requests, seed %d; the slowest took %d ms: %s%n",
                service, sent, SEED, slowestTook.toMillis(), slowest);
        assertThat(findings.stream().limit(SHOWN))
                .as(
                        "%d answers of %s that are not good, of %d with the seed %d (-Daftertouch.hostile.seed=%d)",
                        findings.size(), service, sent, SEED, SEED)
                .isEmpty();
    }

    private void send(Operation operation, Wire wire) {
        // each operation has tricks of its own: they stay the same when another one comes or goes
        Random random = new Random(SEED * 31 + operation.id().hashCode());
        Request good = request(operation, wire);
        exchange(operation, AS_IT_SHOULD_BE, good, wire);
        good = again(operation, good, wire);
        String seen = look(operation, good, wire);
        for (Trick trick : chosen(tricks(operation, good, random), random)) {
            boolean done = exchange(operation, trick, trick.change().apply(good), wire)
                    .filter(Reply::isDone)
                    .isPresent();
            if (done && operation.changesSomething()) {
                good = again(operation, good, wire);
                seen = look(operation, good, wire);
            }
        }
        if (operation.changesSomething() && !seen.equals(look(operation, good, wire))) {
            findings.add(operation + ": something that was refused has changed\n    " + seen + "\n    to "
                    + look(operation, good, wire));
        }
        putBack(operation, wire);
    }

    private List<Trick> tricks(Operation operation, Request good, Random random) {
        List<Trick> tricks = new Tricks(document, random).of(operation, good);
        return open.contains(operation.id())
                ? tricks.stream().filter(trick -> !trick.isAboutEntry()).toList()
                : tricks;
    }

    private static List<Trick> chosen(List<Trick> tricks, Random random) {
        return tricks.stream()
                .filter(trick -> random.nextInt(ONE_OF) == 0 || trick.always() || ALL)
                .toList();
    }

    private Request again(Operation operation, Request good, Wire wire) {
        return operation.changesSomething() ? request(operation, wire) : good;
    }

    /** What there is only once is as it was, for whoever comes next. */
    private void putBack(Operation operation, Wire wire) {
        JsonNode before = untouched.get(operation.id());
        if (before != null) {
            Reply reply = wire.send(request(operation, wire).saying(before));
            assertThat(reply.status())
                    .as("putting back %s: %s", operation, reply.body())
                    .isEqualTo(200);
        }
    }

    /** Sends one request and writes down what is wrong with the answer. */
    private Optional<Reply> exchange(Operation operation, Trick trick, Request request, Wire wire) {
        sent++;
        String what = operation + ", " + trick.name() + " → ";
        String again = "\n    " + request.asCommand("http://localhost:" + RestAssured.port);
        try {
            Reply reply = soonest(operation, request, wire);
            if (reply.took().compareTo(slowestTook) > 0 && !operation.isStream()) {
                slowestTook = reply.took();
                slowest = operation + ", " + trick.name();
            }
            if (unavailable.contains(operation.id()) && reply.status() == UNAVAILABLE) {
                return Optional.of(reply);
            }
            if (isLate(operation, reply) && isRepeatable(operation, reply)) {
                findings.add(what + "it takes " + reply.took().toMillis() + " ms, again and again" + again);
            }
            oracle.judge(operation, trick, request, reply).ifPresent(wrong -> findings.add(what + wrong + again));
            return Optional.of(reply);
        } catch (Wire.NoReply nothing) {
            findings.add(what + "no answer: " + nothing.getMessage() + again);
            return Optional.empty();
        }
    }

    /** A machine that is busy may be slow once, but not whenever it is asked. */
    private Reply soonest(Operation operation, Request request, Wire wire) {
        Reply reply = wire.send(request);
        for (int i = 1; i < TRIES && isLate(operation, reply) && isRepeatable(operation, reply); i++) {
            reply = wire.send(request);
        }
        return reply;
    }

    /** Whoever asks for everything there is waits for it as long as that takes. */
    private static boolean isLate(Operation operation, Reply reply) {
        return reply.took().compareTo(SOON) > 0 && !(operation.isStream() && reply.isDone());
    }

    private static boolean isRepeatable(Operation operation, Reply reply) {
        return !reply.isDone() || !operation.changesSomething();
    }

    /** Which things there are where an operation works, and in which version: what else is said of them may change by itself. */
    private String look(Operation operation, Request good, Wire wire) {
        if (!operation.changesSomething()) {
            return "";
        }
        return document.reading(operation)
                .map(reading -> names(json(wire.send(reading(reading, good)).body())))
                .orElse("");
    }

    private static String names(JsonNode said) {
        List<String> names = new ArrayList<>();
        NAMES.forEach(name -> names.addAll(said.findValuesAsText(name)));
        return String.join(" ", names);
    }

    /** A new thing each time, and a request about it that succeeds. */
    private Request request(Operation operation, Wire wire) {
        Request request = Request.of(operation.method(), path(operation))
                .asking(queries.getOrDefault(operation.id(), ""))
                .with(Tricks.AUTHORIZATION, "Bearer " + credentials(operation))
                // whoever misses too often is kept out by the address: an address of our own, so that only we are
                .with(
                        "X-Forwarded-For",
                        "198.51.100." + (1 + Math.floorMod(operation.id().hashCode(), 250)));
        JsonNode there = null;
        Optional<Operation> reading = document.reading(operation);
        if (operation.takes("If-Match") && reading.isPresent()) {
            Reply reply = wire.send(reading(reading.get(), request));
            request = request.with("If-Match", reply.header("etag"));
            if (operation.json() != null) {
                there = whatIsThere(operation, json(reply.body()));
                if (!operation.path().contains("{")) {
                    untouched.putIfAbsent(operation.id(), there);
                }
            }
        }
        return operation.bodies().isEmpty() ? request : withBody(operation, request, there);
    }

    private Request withBody(Operation operation, Request request, JsonNode there) {
        Object content = contents.getOrDefault(operation.id(), () -> null).get();
        if (content instanceof byte[] bytes) {
            return request.with("Content-Type", firstThatIsNotJson(operation)).saying(bytes);
        }
        if (content instanceof String text) {
            return request.with("Content-Type", firstThatIsNotJson(operation)).saying(text);
        }
        JsonNode json = content != null
                ? JSON.valueToTree(content)
                : there != null && operation.method().equals("PUT") ? there : bodies.sample(operation.json());
        return request.with("Content-Type", Operation.JSON).saying(json);
    }

    private static String firstThatIsNotJson(Operation operation) {
        return operation.bodies().keySet().stream()
                .filter(type -> !type.equals(Operation.JSON))
                .findFirst()
                .orElseThrow();
    }

    private JsonNode whatIsThere(Operation operation, JsonNode there) {
        ObjectNode kept = JSON.createObjectNode();
        document.resolved(operation.json()).path("properties").fieldNames().forEachRemaining(name -> {
            if (there.hasNonNull(name)) {
                kept.set(name, there.get(name));
            }
        });
        return kept;
    }

    private Request reading(Operation reading, Request about) {
        String[] segments = about.path().split("/");
        String path =
                String.join("/", List.of(segments).subList(0, reading.path().split("/").length));
        return Request.of("GET", path)
                .with(Tricks.AUTHORIZATION, about.headers().get(Tricks.AUTHORIZATION));
    }

    private String credentials(Operation operation) {
        return operation.path().startsWith("/api/v1/recount") ? TestKeys.ofService() : key;
    }

    private String path(Operation operation) {
        if (!operation.path().contains("{")) {
            paths.getOrDefault(operation.id(), () -> "").get();
            return operation.path();
        }
        String[] values = maker(operation).get().split("/");
        String path = operation.path();
        for (String value : values) {
            path = path.replaceFirst("\\{[^}]+}", value);
        }
        return path;
    }

    private Supplier<String> maker(Operation operation) {
        if (paths.containsKey(operation.id())) {
            return paths.get(operation.id());
        }
        for (String path = operation.path(); !path.isEmpty(); path = path.substring(0, path.lastIndexOf('/'))) {
            if (paths.containsKey(path)) {
                return paths.get(path);
            }
        }
        throw new IllegalStateException("Nothing says what there is at " + operation.path());
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Not JSON: " + text, e);
        }
    }
}
