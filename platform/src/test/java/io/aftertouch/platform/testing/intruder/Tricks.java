package io.aftertouch.platform.testing.intruder;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.aftertouch.platform.testing.intruder.Operation.Parameter;
import io.aftertouch.platform.testing.intruder.Request.Sending;

import static io.aftertouch.platform.testing.intruder.Trick.Expected.ANYTHING;
import static io.aftertouch.platform.testing.intruder.Trick.Expected.NO_ENTRY;
import static io.aftertouch.platform.testing.intruder.Trick.Expected.REFUSED;
import static io.aftertouch.platform.testing.intruder.Trick.Expected.SHUT;
import static io.aftertouch.platform.testing.intruder.Trick.Expected.TOO_LARGE;
import static io.aftertouch.platform.testing.intruder.Trick.Expected.TOO_LONG;

/** Everything that is tried on one operation. What is too much for every operation is chosen by the seed. */
final class Tricks {

    static final String AUTHORIZATION = "Authorization";
    private static final String CONTENT_TYPE = "Content-Type";
    private static final String WRONG_KEY = "atk_aaaaaaaaaaaa_" + "A".repeat(43);
    private static final int LARGEST_JSON = 64 * 1024;
    private static final int LARGEST_BATCH = 2 * 1024 * 1024;
    private static final String FAR_TOO_LARGE = "209715200";

    private static final List<Map.Entry<String, UnaryOperator<String>>> PATHS = List.of(
            Map.entry("a path parameter", path -> path + ";a"),
            Map.entry("a path parameter on the way", path -> path.replaceFirst("/v1", "/v1;a=b")),
            Map.entry("an encoded semicolon", path -> path + "%3Ba"),
            Map.entry("an empty segment", path -> path.replaceFirst("/v1", "//v1")),
            Map.entry("two slashes first", path -> "/" + path),
            Map.entry("a dot segment", path -> path.replaceFirst("/v1", "/./v1")),
            Map.entry("up and down again", path -> path.replaceFirst("/v1", "/x/../v1")),
            Map.entry("encoded dots", path -> path.replaceFirst("/v1", "/x/%2e%2e/v1")),
            Map.entry("dots encoded twice", path -> path.replaceFirst("/v1", "/x/%252e%252e/v1")),
            Map.entry("an encoded slash", path -> path + "%2F"),
            Map.entry("an encoded slash on the way", path -> path.replaceFirst("/v1", "%2fv1")),
            Map.entry("an encoded backslash", path -> path + "%5C"),
            Map.entry("a backslash", path -> path.replaceFirst("/v1", "\\\\v1")),
            Map.entry("NUL", path -> path + "%00"),
            Map.entry("a line break", path -> path + "%0d%0aSet-Cookie:a=b"),
            Map.entry("a broken escape", path -> path + "%zz"),
            Map.entry("an unfinished escape", path -> path + "%4"),
            Map.entry("a slash at the end", path -> path + "/"),
            Map.entry("capitals", path -> path.replaceFirst("/api/v1", "/API/V1")),
            Map.entry("an encoded letter", path -> path.replaceFirst("/api", "/%61pi")),
            Map.entry("overlong UTF-8", path -> path + "%C0%AF"),
            Map.entry("a file name", path -> path + ".json"));

    private static final List<String> PATH_VALUES = List.of(
            "nobody-knows-this",
            "00000000-0000-7000-8000-000000000000",
            "-1",
            "99999999999999999999",
            "a%20b",
            "%20",
            "'%20OR%201=1",
            "%3Cscript%3E",
            "%ED%A0%80",
            "%F0%9F%98%80",
            "%E2%80%AEabc",
            "%C3%28",
            "%7B%7B7*7%7D%7D",
            "%25252f",
            "x".repeat(300),
            "x".repeat(2_000));

    private static final List<Map.Entry<String, Map<String, String>>> HEADERS = List.of(
            Map.entry("an Accept that says nothing", Map.of("Accept", ";;;,/")),
            Map.entry("an Accept beyond all weight", Map.of("Accept", "*/*;q=7")),
            Map.entry("a language that is none", Map.of("Accept-Language", "**;q=x, -, x".repeat(50))),
            Map.entry("an encoding that is none", Map.of("Accept-Encoding", "gzip;q=x,\u00e6")),
            Map.entry("a range", Map.of("Range", "bytes=99-1,-5,a")),
            Map.entry("an ETag that is none", Map.of("If-None-Match", "W/\"\\\"\"")),
            Map.entry("another time", Map.of("If-Modified-Since", "yesterday")),
            Map.entry("a forged address", Map.of("X-Forwarded-For", "' OR 1=1, ::1%25lo, 999.1.1.1")),
            Map.entry("a forged host", Map.of("X-Forwarded-Host", "evil.example:99999", "X-Forwarded-Proto", "gopher")),
            Map.entry(
                    "a forged prefix", Map.of("X-Forwarded-Prefix", "/../..", "Forwarded", "for=\"_x\";proto=;host=")),
            Map.entry("another method", Map.of("X-HTTP-Method-Override", "DELETE", "X-Method-Override", "DELETE")),
            Map.entry("another address", Map.of("X-Original-URL", "/api/v1/api-keys", "X-Rewrite-URL", "/")),
            Map.entry("a forged session", Map.of("Cookie", "quarkus-credential=AAAA; a=b; =; ;;")),
            Map.entry("an empty idempotency key", Map.of("Idempotency-Key", "")),
            Map.entry("a long idempotency key", Map.of("Idempotency-Key", "k".repeat(4_000))),
            Map.entry("an odd idempotency key", Map.of("Idempotency-Key", "\u00e6 ' \" \u007f")),
            Map.entry("a trace that is none", Map.of("traceparent", "00-zz-zz-zz", "X-Request-Id", "<b>".repeat(99))),
            Map.entry("much in one header", Map.of("X-Much", "x".repeat(12_000))));

    private static final List<String> WRONG_CREDENTIALS = List.of(
            "Bearer",
            "Bearer ",
            "Bearer null",
            "Bearer atk_",
            "Bearer atk_aaaaaaaaaaaa_" + "A".repeat(44),
            "Bearer atk_' OR '1'='1_" + "A".repeat(43),
            "Bearer ats_score-service_99999999999_" + "A".repeat(43),
            "Bearer ats_" + "x".repeat(8_000),
            "Bearer eyJhbGciOiJub25lIn0.eyJzdWIiOiJhZG1pbiJ9.",
            "Bearer " + "x".repeat(8_000),
            "Basic YWRtaW46YWRtaW4=",
            "Basic ====",
            "Negotiate AAAA",
            "\u00e6\u00f8\u00e5");

    private static final List<String> OTHER_TYPES = List.of(
            "text/plain",
            "application/xml",
            "application/x-www-form-urlencoded",
            "multipart/form-data",
            "multipart/form-data; boundary=x",
            "image/svg+xml",
            "application/jsonx",
            "garbage");

    private static final List<String> ODD_TYPES = List.of(
            "application/json;charset=utf-16",
            "application/json;charset=nonsense",
            "application/json;charset=",
            "application/json;;;=",
            "APPLICATION/JSON");

    private final Bodies bodies;
    private final ApiDocument document;
    private final Random random;
    private final HostileValues values;

    Tricks(ApiDocument document, Random random) {
        this.document = document;
        this.random = random;
        this.bodies = new Bodies(document);
        this.values = new HostileValues(random);
    }

    /** @param good one request that succeeds, for its shape */
    List<Trick> of(Operation operation, Request good) {
        List<Trick> tricks = new ArrayList<>();
        credentials(tricks);
        paths(operation, tricks);
        queries(operation, tricks);
        headers(operation, tricks);
        if (operation.json() != null && good.json() != null) {
            fields(operation, good, tricks);
            json(operation, tricks);
        }
        if (!operation.bodies().isEmpty()) {
            bytes(operation, tricks);
        }
        return tricks;
    }

    private void credentials(List<Trick> tricks) {
        tricks.add(Trick.always("no credentials", NO_ENTRY, request -> request.with(AUTHORIZATION, null)));
        tricks.add(Trick.always(
                "a key that is none", NO_ENTRY, request -> request.with(AUTHORIZATION, "Bearer " + WRONG_KEY)));
        for (String wrong : values.few(2, WRONG_CREDENTIALS)) {
            tricks.add(Trick.of(
                    "the credentials " + wrong.substring(0, Math.min(30, wrong.length())),
                    NO_ENTRY,
                    request -> request.with(AUTHORIZATION, wrong)));
        }
    }

    private void paths(Operation operation, List<Trick> tricks) {
        for (var path : values.few(5, PATHS)) {
            tricks.add(
                    Trick.of("without credentials, " + path.getKey(), SHUT, request -> request.with(AUTHORIZATION, null)
                            .at(path.getValue().apply(request.path()))));
            tricks.add(Trick.of(
                    path.getKey(),
                    ANYTHING,
                    request -> request.at(path.getValue().apply(request.path()))));
        }
        tricks.add(Trick.of(
                "without credentials, as if it came from inside", SHUT, request -> request.with(AUTHORIZATION, null)
                        .with("X-Forwarded-For", "127.0.0.1")
                        .with("X-Real-IP", "127.0.0.1")
                        .with("X-Forwarded-Host", "localhost")
                        .with("X-HTTP-Method-Override", "GET")));
        for (String method : values.few(1, List.of("TRACE", "PROPFIND", "FOO", "PATCH", "DELETE", "PUT", "POST"))) {
            if (!method.equals(operation.method())) {
                tricks.add(Trick.of(
                        "without credentials, the method " + method, SHUT, request -> request.with(AUTHORIZATION, null)
                                .by(method)));
            }
        }
        String template = operation.path();
        long parameters = template.chars().filter(c -> c == '{').count();
        if (parameters == 0) {
            return;
        }
        for (String value : values.few(4, PATH_VALUES)) {
            tricks.add(Trick.of(
                    "the path with " + value.substring(0, Math.min(40, value.length())),
                    ANYTHING,
                    request -> request.at(replaced(template, request.path(), value))));
        }
        tricks.add(Trick.always(
                "a path of 9,000 characters",
                TOO_LONG,
                request -> request.at(replaced(template, request.path(), "x".repeat(9_000)))));
    }

    /** The path with another value for its last parameter. */
    private static String replaced(String template, String path, String value) {
        String[] names = template.split("/");
        String[] segments = path.split("/");
        for (int i = names.length - 1; i >= 0; i--) {
            if (names[i].startsWith("{")) {
                segments[i] = value;
                return String.join("/", segments);
            }
        }
        throw new IllegalArgumentException(template);
    }

    private void queries(Operation operation, List<Trick> tricks) {
        for (Parameter parameter : operation.query()) {
            ObjectNode schema = document.resolved(parameter.schema());
            String name = parameter.name();
            for (String value : queryValues(name, schema)) {
                boolean forbidden = Rules.forbid(
                        schema.path("type").asText().equals("array") ? document.resolved(schema.get("items")) : schema,
                        parameter.required(),
                        asJson(schema, value));
                tricks.add(Trick.of(
                        name + "=" + value.substring(0, Math.min(60, value.length())),
                        forbidden && !value.isBlank() ? REFUSED : ANYTHING,
                        request -> request.asking(replacedIn(request.query(), name, encoded(value)))));
            }
            for (String raw : values.few(1, List.of("%00", "%ED%A0%80", "%zz", "%C3%28", "%E2%80%AE", "+%2B+"))) {
                tricks.add(Trick.of(
                        name + "=" + raw, ANYTHING, request -> request.asking(replacedIn(request.query(), name, raw))));
            }
        }
        limits(operation, tricks);
        if (operation.takes("from") && operation.takes("to")) {
            ranges(tricks);
        }
        tricks.add(Trick.of(
                "600 parameters",
                ANYTHING,
                request -> request.askingAlso(
                        IntStream.range(0, 600).mapToObj(i -> "p" + i + "=1").collect(Collectors.joining("&")))));
        tricks.add(Trick.always(
                "a query of 9,000 characters", TOO_LONG, request -> request.askingAlso("q=" + "x".repeat(9_000))));
    }

    private void limits(Operation operation, List<Trick> tricks) {
        for (Parameter parameter : operation.query()) {
            JsonNode most = document.resolved(parameter.schema()).path("maximum");
            if (most.isNumber()) {
                String beyond = parameter.name() + "=" + (most.asLong() + 1);
                tricks.add(Trick.always(beyond, REFUSED, request -> request.askingAlso(beyond)));
            }
        }
    }

    private static JsonNode asJson(ObjectNode schema, String value) {
        String type = schema.path("type").asText();
        if ((type.equals("integer") || type.equals("number")) && value.matches("-?\\p{Nd}{1,18}")) {
            return JsonNodeFactory.instance.numberNode(Long.parseLong(value));
        }
        return type.equals("boolean") && (value.equals("true") || value.equals("false"))
                ? JsonNodeFactory.instance.booleanNode(value.equals("true"))
                : JsonNodeFactory.instance.textNode(value);
    }

    private List<String> queryValues(String name, ObjectNode schema) {
        List<String> chosen = new ArrayList<>();
        switch (schema.path("type").asText()) {
            case "integer", "number" ->
                chosen.addAll(values.few(
                        5,
                        List.of(
                                "0",
                                "-1",
                                "201",
                                "1000000000",
                                "1e9",
                                "2147483648",
                                "9223372036854775808",
                                "1.5",
                                "abc",
                                "",
                                "0x10",
                                "١")));
            case "boolean" -> chosen.addAll(List.of("maybe", "1"));
            default -> {
                chosen.addAll(values.few(3, HostileValues.ODD_TEXTS));
                chosen.addAll(values.few(1, List.of("x".repeat(3_000), "", " ")));
            }
        }
        if (name.equals("cursor") || name.equals("changedAfter")) {
            IntStream.range(0, 6).forEach(i -> chosen.add(forgedCursor()));
        }
        return chosen;
    }

    /** What might be a place in some list: as many values as a place may have, each of a kind that a place may have. */
    private String forgedCursor() {
        List<String> kinds = List.of(
                "2026-11-22T10:00:00Z",
                "+999999999-01-01T00:00:00Z",
                "-1",
                "0",
                "7",
                "9223372036854775807",
                "9223372036854775808",
                "00000000-0000-7000-8000-000000000000",
                "1-1-1-1-1",
                "k",
                "",
                "\u0000",
                "'",
                "\ufffd",
                "1e400",
                "NaN",
                "x".repeat(500));
        String joined = random.ints(1L + random.nextInt(4), 0, kinds.size())
                .mapToObj(kinds::get)
                .collect(Collectors.joining("\n"));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(joined.getBytes(StandardCharsets.UTF_8));
    }

    private void ranges(List<Trick> tricks) {
        for (String[] range : new String[][] {
            {"1970-01-01T00:00:00Z", "2070-01-01T00:00:00Z"},
            {"2070-01-01T00:00:00Z", "1970-01-01T00:00:00Z"},
            {"0001-01-01T00:00:00Z", "9999-12-31T23:59:59Z"},
            {"1926-11-22", "2026-11-22"},
            {"2026-11-22T00:00:00Z", "2026-11-22T00:00:00Z"}
        }) {
            tricks.add(Trick.of(
                    "from " + range[0] + " to " + range[1],
                    ANYTHING,
                    request ->
                            request.asking(replacedIn(replacedIn(request.query(), "from", range[0]), "to", range[1]))));
        }
    }

    private static String replacedIn(String query, String name, String value) {
        List<String> kept = new ArrayList<>(List.of(query.split("&")));
        kept.removeIf(part -> part.isEmpty() || part.startsWith(name + "="));
        kept.add(name + "=" + value);
        return String.join("&", kept);
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private void headers(Operation operation, List<Trick> tricks) {
        int howMany = operation.changesSomething() ? 2 : 4;
        for (var headers : values.few(howMany, HEADERS)) {
            tricks.add(Trick.of(headers.getKey(), ANYTHING, request -> {
                Request changed = request;
                for (var header : headers.getValue().entrySet()) {
                    changed = changed.with(header.getKey(), header.getValue());
                }
                return changed;
            }));
        }
        tricks.add(Trick.always(
                "no type of answer that there is",
                ANYTHING,
                request -> request.with("Accept", "application/x-nothing")));
        tricks.add(Trick.always("a header of 20 kB", REFUSED, request -> request.with("X-Much", "x".repeat(20_000))));
        if (operation.takes("If-Match")) {
            tricks.add(Trick.of("no If-Match", ANYTHING, request -> request.with("If-Match", null)));
            tricks.add(Trick.of("another version", REFUSED, request -> request.with("If-Match", "\"2147483646\"")));
            for (String tag : values.few(
                    2,
                    List.of(
                            "",
                            "abc",
                            "\"\"",
                            "\"-1\"",
                            "\"99999999999999999999\"",
                            "\"1e3\"",
                            "\"1\", \"2\"",
                            "'1'"))) {
                tricks.add(Trick.of(
                        "If-Match: " + tag,
                        tag.isEmpty() ? ANYTHING : REFUSED,
                        request -> request.with("If-Match", tag)));
            }
        }
    }

    private void fields(Operation operation, Request good, List<Trick> tricks) {
        JsonNode schema = operation.json();
        for (Bodies.Field field : bodies.fields(schema, good.json())) {
            JsonNode valid = at(good.json(), field.steps());
            JsonNode sample = valid.isMissingNode() || valid.isNull() ? bodies.sample(field.schema()) : valid;
            for (HostileValues.Broken broken : values.of(field.schema(), sample)) {
                boolean wrong = Rules.forbid(field.schema(), field.required(), broken.value())
                        || broken.name().startsWith("an unknown property")
                                && !field.schema().has("additionalProperties")
                                && field.schema().has("properties");
                // a batch says of each of its items what is wrong with it
                boolean forbidden =
                        wrong && !(isBatch(operation) && field.steps().contains("0"));
                tricks.add(new Trick(
                        (field.name().isEmpty() ? "the body" : field.name()) + ": " + broken.name(),
                        forbidden ? REFUSED : ANYTHING,
                        request -> request.saying(bodies.with(request.json(), schema, field.steps(), broken.value())),
                        forbidden && broken.limit()));
            }
        }
    }

    private static boolean isBatch(Operation operation) {
        return operation.path().endsWith("/batch");
    }

    private static JsonNode at(JsonNode body, List<String> steps) {
        JsonNode part = body;
        for (String step : steps) {
            part = part.isArray() ? part.path(0) : part.path(step);
        }
        return part;
    }

    private void json(Operation operation, List<Trick> tricks) {
        tricks.add(Trick.always("an empty body", REFUSED, request -> request.saying("")));
        tricks.add(Trick.of("null", REFUSED, request -> request.saying("null")));
        tricks.add(Trick.of("a text", REFUSED, request -> request.saying("\"text\"")));
        tricks.add(Trick.of("a body that breaks off", REFUSED, request -> request.saying(half(request.body()))));
        tricks.add(Trick.of("two bodies", REFUSED, request -> request.saying(twice(request.body()))));
        tricks.add(Trick.of(
                "an unknown property 40 levels deep",
                REFUSED,
                request -> request.saying("{\"zz\":" + "[".repeat(40) + "]".repeat(40) + "}")));
        tricks.add(Trick.always(
                "a property 5,000 levels deep",
                REFUSED,
                request -> request.saying("{\"a\":".repeat(5_000) + "1" + "}".repeat(5_000))));
        tricks.add(Trick.of("what is not UTF-8", ANYTHING, request -> request.saying(withByte(request.body()))));
        tricks.add(Trick.of(
                "UTF-16",
                ANYTHING,
                request -> request.saying(
                        new String(request.body(), StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_16))));
        for (String type : values.few(2, OTHER_TYPES)) {
            tricks.add(Trick.of(
                    "the type " + type,
                    operation.bodies().containsKey(type) ? ANYTHING : REFUSED,
                    request -> request.with(CONTENT_TYPE, type)));
        }
        for (String type : values.few(1, ODD_TYPES)) {
            tricks.add(Trick.of("the type " + type, ANYTHING, request -> request.with(CONTENT_TYPE, type)));
        }
        tricks.add(Trick.of("said to be compressed", ANYTHING, request -> request.with("Content-Encoding", "gzip")));
        int largest = isBatch(operation) ? LARGEST_BATCH : LARGEST_JSON;
        tricks.add(Trick.always(
                "one byte too many", TOO_LARGE, request -> request.saying(padded(request.body(), largest + 1))));
        tricks.add(Trick.always("too many bytes that do not say how many", TOO_LARGE, request -> request.saying(
                        padded(request.body(), largest + 1))
                .sent(Sending.IN_CHUNKS)));
    }

    private void bytes(Operation operation, List<Trick> tricks) {
        tricks.add(Trick.always("far too large", TOO_LARGE, request -> request.with("Content-Length", FAR_TOO_LARGE)
                .sent(Sending.HEAD_ALONE)));
        if (operation.json() != null && operation.bodies().size() == 1) {
            return;
        }
        byte[] noise = new byte[2_000];
        random.nextBytes(noise);
        for (String type : operation.bodies().keySet()) {
            tricks.add(Trick.of(type + ": nothing", ANYTHING, request -> request.with(CONTENT_TYPE, type)
                    .saying("")));
            tricks.add(Trick.of(type + ": noise", ANYTHING, request -> request.with(CONTENT_TYPE, type)
                    .saying(noise)));
            tricks.add(Trick.of(type + ": NUL", ANYTHING, request -> request.with(CONTENT_TYPE, type)
                    .saying(new byte[100])));
            tricks.add(Trick.of(type + ": an open quotation mark", ANYTHING, request -> request.with(CONTENT_TYPE, type)
                    .saying("ref,email\n\"r-1," + "x,\n".repeat(900))));
            tricks.add(Trick.of(
                    type + ": another charset",
                    ANYTHING,
                    request -> request.with(CONTENT_TYPE, type + ";charset=no-such")));
            tricks.add(Trick.of(type + ": cut in half", ANYTHING, request -> request.with(CONTENT_TYPE, type)
                    .saying(half(request.body()))));
        }
    }

    private static byte[] half(byte[] body) {
        return Arrays.copyOf(body, body.length / 2);
    }

    private static String twice(byte[] body) {
        return new String(body, StandardCharsets.UTF_8).repeat(2);
    }

    /** The first letter of the first property becomes a byte that UTF-8 has nowhere. */
    private static byte[] withByte(byte[] body) {
        byte[] changed = body.clone();
        if (changed.length > 2) {
            changed[2] = (byte) 0xff;
        }
        return changed;
    }

    private static byte[] padded(byte[] body, int length) {
        byte[] padded = Arrays.copyOf(body, length);
        Arrays.fill(padded, body.length, length, (byte) ' ');
        return padded;
    }
}
