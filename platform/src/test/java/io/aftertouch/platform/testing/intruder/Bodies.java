package io.aftertouch.platform.testing.intruder;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Makes JSON that a schema allows, and puts other values into it. */
final class Bodies {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int DEEPEST = 6;

    private final ApiDocument document;

    Bodies(ApiDocument document) {
        this.document = document;
    }

    /**
     * A field somewhere in a body.
     *
     * @param steps names of properties on the way to it; what stands in a list is its first, 0
     * @param schema without references
     */
    record Field(List<String> steps, ObjectNode schema, boolean required) {

        String name() {
            return String.join(".", steps);
        }
    }

    /** The first example of a schema, else a value with what it requires and no more. */
    JsonNode sample(JsonNode any) {
        ObjectNode schema = document.resolved(any);
        if (schema.path("examples").has(0)) {
            return schema.at("/examples/0");
        }
        if (schema.path("enum").has(0)) {
            return schema.at("/enum/0");
        }
        return switch (schema.path("type").asText()) {
            case "integer", "number" ->
                schema.has("default")
                        ? JSON.numberNode(schema.get("default").asInt())
                        : JSON.numberNode(Math.max(1, schema.path("minimum").asInt(1)));
            case "boolean" -> JSON.booleanNode(true);
            case "array" -> JSON.arrayNode().add(sample(schema.path("items")));
            case "object" -> sampleObject(schema);
            default -> JSON.textNode(sampleText(schema));
        };
    }

    private ObjectNode sampleObject(ObjectNode schema) {
        ObjectNode sample = JSON.objectNode();
        schema.path("required")
                .forEach(name -> sample.set(
                        name.asText(), sample(schema.get("properties").get(name.asText()))));
        if (schema.path("additionalProperties").isObject()) {
            sample.set("plan", sample(schema.get("additionalProperties")));
        }
        return sample;
    }

    private static String sampleText(ObjectNode schema) {
        return switch (schema.path("format").asText()) {
            case "date-time" -> Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
            case "date" -> LocalDate.now(ZoneOffset.UTC).toString();
            case "uuid" -> UUID.randomUUID().toString();
            default -> "k" + UUID.randomUUID().toString().substring(0, 8);
        };
    }

    /** Every field that a body of this schema can have, those of what it holds included. */
    List<Field> fields(JsonNode schema, JsonNode body) {
        List<Field> fields = new ArrayList<>();
        collect(List.of(), document.resolved(schema), true, body, fields);
        return fields;
    }

    private void collect(List<String> steps, ObjectNode schema, boolean required, JsonNode there, List<Field> fields) {
        fields.add(new Field(steps, schema, required));
        if (steps.size() >= DEEPEST) {
            return;
        }
        schema.path("properties").properties().forEach(property -> {
            boolean isRequired = false;
            for (JsonNode name : schema.path("required")) {
                isRequired |= name.asText().equals(property.getKey());
            }
            collect(
                    and(steps, property.getKey()),
                    document.resolved(property.getValue()),
                    isRequired,
                    there.path(property.getKey()),
                    fields);
        });
        if (schema.path("additionalProperties").isObject()) {
            String key =
                    there.isObject() && !there.isEmpty() ? there.fieldNames().next() : "plan";
            collect(
                    and(steps, key),
                    document.resolved(schema.get("additionalProperties")),
                    false,
                    there.path(key),
                    fields);
        }
        if (schema.has("items")) {
            collect(and(steps, "0"), document.resolved(schema.get("items")), true, there.path(0), fields);
        }
    }

    private static List<String> and(List<String> steps, String step) {
        List<String> longer = new ArrayList<>(steps);
        longer.add(step);
        return longer;
    }

    /** A body with another value for one of its fields; what has to be there for it to have a place is made. */
    JsonNode with(JsonNode body, JsonNode any, List<String> steps, JsonNode value) {
        if (steps.isEmpty()) {
            return value;
        }
        ObjectNode schema = document.resolved(any);
        JsonNode there =
                body.isContainerNode() ? body.deepCopy() : sample(schema).deepCopy();
        String step = steps.getFirst();
        List<String> rest = steps.subList(1, steps.size());
        if (there instanceof ArrayNode list) {
            if (list.isEmpty()) {
                list.add(sample(schema.get("items")));
            }
            list.set(0, with(list.get(0), schema.get("items"), rest, value));
        } else {
            JsonNode part = schema.path("properties").has(step)
                    ? schema.get("properties").get(step)
                    : schema.get("additionalProperties");
            ((ObjectNode) there).set(step, with(there.path(step), part, rest, value));
        }
        return there;
    }
}
