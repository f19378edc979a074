package io.aftertouch.platform.testing.intruder;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;

/** The ways to break a field. Some are sent with every field, of the others each field gets a few: which ones is up to the seed. */
final class HostileValues {

    /**
     * A value, and what it is called in a finding.
     *
     * @param limit whether it is just beyond what the document says is the most or the least
     */
    record Broken(String name, JsonNode value, boolean limit) {

        Broken(String name, JsonNode value) {
            this(name, value, false);
        }
    }

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int A_FEW = 3;

    /** Texts that something behind the API might take for more than texts. */
    static final List<String> ODD_TEXTS = List.of(
            "<script>alert(1)</script>",
            "\"><img src=x onerror=alert(1)>",
            "{config:property('aftertouch.session-key')}",
            "{{7*7}}",
            "${jndi:ldap://127.0.0.1:1/a}",
            "#{7*7}",
            "=HYPERLINK(\"http://evil.example\";\"here\")",
            "' OR '1'='1' -- ",
            "\\'; DROP TABLE outbox; --",
            "../../../../etc/passwd",
            "%00%0d%0aSet-Cookie:a=b",
            "a\r\nBcc: all@example.com",
            "\u202egnp.exe",
            "\ufeffabc",
            "e\u0301".repeat(30),
            "\ud83d\udc69\u200d\ud83d\udc69\u200d\ud83d\udc67".repeat(6),
            "\uffff\ufffe",
            "\u2028\u2029",
            "%s%n%x",
            "*",
            "NaN",
            "null",
            "-1",
            "1e400",
            "99999999999999999999999",
            "0001-01-01T00:00:00Z",
            "9999-12-31T23:59:59Z",
            "+1000000000-12-31T23:59:59.999999999Z",
            "-1000000000-01-01T00:00:00Z",
            "2026-02-30T00:00:00Z",
            "2026-11-22T24:00:00+18:00",
            "-999999999-01-01",
            "+999999999-12-31",
            "P-1D",
            "-P1D",
            "PT0.000000001S",
            "P106751991167300D",
            "PT9223372036854775807S",
            "P2147483647Y",
            "Mars/Olympus",
            "Etc/GMT+99",
            "GMT+18:59",
            "+18:00",
            "SystemV/AST4",
            "xx-Latn-DE-u-ca-buddhist",
            "i-klingon",
            "tr",
            "İ",
            "ß",
            "segment:" + "x".repeat(70),
            "country:",
            ":",
            "country:DK,plan:pro",
            "https://user@127.0.0.1/",
            "http://[::1]:22/",
            "file:///etc/passwd",
            "https://\u2488.example",
            "a@b@c",
            "\"a b\"@example.com",
            "freja@example.com\r\nTo: all@example.com",
            "00000000-0000-0000-0000-000000000000",
            "ffffffff-ffff-ffff-ffff-ffffffffffff",
            "GGGGGGGG-0000-7000-8000-000000000000",
            "1-1-1-1-1",
            "24:00",
            "21:60",
            "99-99");

    private static final List<JsonNode> NUMBERS = List.of(
            JSON.numberNode(0),
            JSON.numberNode(-1),
            JSON.numberNode(Integer.MIN_VALUE),
            JSON.numberNode(1L << 31),
            JSON.numberNode(Long.MAX_VALUE),
            JSON.numberNode(0.5),
            JSON.numberNode(1.7976931348623157E308),
            JSON.numberNode(-0.0),
            raw("1e400"),
            raw("-1e-400"),
            raw("9".repeat(40)),
            raw("0." + "9".repeat(400)),
            raw("9".repeat(1_500)));

    private final Random random;

    HostileValues(Random random) {
        this.random = random;
    }

    List<Broken> of(ObjectNode schema, JsonNode valid) {
        List<Broken> broken = new ArrayList<>();
        String type = schema.path("type").asText();
        broken.add(new Broken("null", JSON.nullNode()));
        few(1, otherTypes(type)).forEach(broken::add);
        switch (type) {
            case "string" -> texts(schema, broken);
            case "integer", "number" -> numbers(schema, broken);
            case "array" -> lists(schema, valid, broken);
            case "object" -> objects(schema, valid, broken);
            default -> broken.add(new Broken("a number instead of yes or no", JSON.numberNode(1)));
        }
        return broken;
    }

    private static List<Broken> otherTypes(String type) {
        List<Broken> others = new ArrayList<>();
        for (Broken other : List.of(
                new Broken("an object", JSON.objectNode().put("a", 1)),
                new Broken("a list", JSON.arrayNode().add("a")),
                new Broken("a list in a list", JSON.arrayNode().add(JSON.arrayNode())),
                new Broken("yes", JSON.booleanNode(true)),
                new Broken("a number", JSON.numberNode(7)),
                new Broken("a fraction", JSON.numberNode(7.5)),
                new Broken("a text", JSON.textNode("7")))) {
            boolean fits =
                    switch (other.value().getNodeType()) {
                        case OBJECT -> type.equals("object");
                        case ARRAY -> type.equals("array");
                        case BOOLEAN -> type.equals("boolean");
                        case STRING -> type.equals("string");
                        default -> type.equals("integer") || type.equals("number");
                    };
            if (!fits) {
                others.add(other);
            }
        }
        return others;
    }

    private void texts(ObjectNode schema, List<Broken> broken) {
        int longest = schema.path("maxLength").asInt(3_000);
        broken.add(new Broken("NUL", raw("\"a\\u0000b\"")));
        broken.add(new Broken("a lone surrogate", raw("\"a" + (random.nextBoolean() ? "\\ud800" : "\\udc00") + "\"")));
        broken.add(new Broken("one too long", JSON.textNode("a".repeat(longest + 1)), schema.has("maxLength")));
        broken.add(new Broken("far too long", JSON.textNode("æ".repeat(28_000))));
        broken.add(new Broken("empty", JSON.textNode("")));
        broken.add(new Broken("blank", JSON.textNode(" \t")));
        for (String odd : few(A_FEW, ODD_TEXTS)) {
            broken.add(new Broken("the text " + odd, JSON.textNode(odd)));
        }
        if (schema.path("format").asText().startsWith("date")) {
            for (String odd : few(
                    A_FEW,
                    ODD_TEXTS.stream().filter(text -> text.contains("-01-01")).toList())) {
                broken.add(new Broken("the time " + odd, JSON.textNode(odd)));
            }
        }
    }

    private void numbers(ObjectNode schema, List<Broken> broken) {
        if (schema.has("maximum")) {
            broken.add(new Broken(
                    "beyond the most",
                    JSON.numberNode(schema.get("maximum").decimalValue().add(BigDecimal.ONE)),
                    true));
        }
        if (schema.has("minimum")) {
            broken.add(new Broken(
                    "below the least",
                    JSON.numberNode(schema.get("minimum").decimalValue().subtract(BigDecimal.ONE)),
                    true));
        }
        broken.add(new Broken("not a number", raw("NaN")));
        for (JsonNode number : few(A_FEW, NUMBERS)) {
            String text = number.toString();
            broken.add(new Broken("the number " + text.substring(0, Math.min(40, text.length())), number));
        }
    }

    private void lists(ObjectNode schema, JsonNode valid, List<Broken> broken) {
        JsonNode item = valid.path(0).isMissingNode() ? JSON.textNode("a") : valid.get(0);
        broken.add(new Broken("an empty list", JSON.arrayNode()));
        broken.add(new Broken("a list of nothing", JSON.arrayNode().addNull()));
        broken.add(new Broken("the same twice", JSON.arrayNode().add(item).add(item)));
        broken.add(
                new Broken("one too many", list(item, schema.path("maxItems").asInt(500) + 1), schema.has("maxItems")));
    }

    private static ArrayNode list(JsonNode item, int length) {
        ArrayNode list = JSON.arrayNode();
        IntStream.range(0, length).forEach(i -> list.add(item));
        return list;
    }

    private void objects(ObjectNode schema, JsonNode valid, List<Broken> broken) {
        broken.add(new Broken("an empty object", JSON.objectNode()));
        broken.add(new Broken("an unknown property", with(valid, "zzUnknown", JSON.numberNode(1))));
        broken.add(new Broken("a property of the language", with(valid, "__proto__", JSON.objectNode())));
        if (schema.path("additionalProperties").isObject()) {
            JsonNode value =
                    valid.isObject() && !valid.isEmpty() ? valid.iterator().next() : JSON.textNode("a");
            for (String name : List.of("", " ", "a\u0000b", "\ud800", "x".repeat(3_000), "a:b", "ÆØÅ")) {
                broken.add(new Broken(
                        "the property " + name.substring(0, Math.min(9, name.length())),
                        with(JSON.objectNode(), name, value)));
            }
            ObjectNode many = JSON.objectNode();
            IntStream.range(0, 300).forEach(i -> many.set("p" + i, value));
            broken.add(new Broken("300 properties", many));
        }
    }

    private static ObjectNode with(JsonNode valid, String name, JsonNode value) {
        ObjectNode more = valid instanceof ObjectNode object ? object.deepCopy() : JSON.objectNode();
        more.set(name, value);
        return more;
    }

    /** Chooses some of them. */
    <T> List<T> few(int number, List<T> all) {
        List<T> shuffled = new ArrayList<>(all);
        Collections.shuffle(shuffled, random);
        return shuffled.subList(0, Math.min(number, shuffled.size()));
    }

    static JsonNode raw(String json) {
        return JSON.rawValueNode(new RawValue(json));
    }
}
