package io.aftertouch.platform.testing;

import java.io.IOException;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;

/**
 * The same API as OpenAPI 3.0.3, in the part of it that low-code tools take, Salesforce External Services above all: JSON in and out, no schema that is one
 * of several, no schema that names a plain text or number. Operations that only send or take something else are left out.
 */
final class OpenApi30 {

    private static final ObjectMapper YAML = new ObjectMapper(YAMLFactory.builder()
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .disable(YAMLGenerator.Feature.SPLIT_LINES)
            .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
            .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
            .build());
    private static final String JSON = "application/json";
    private static final String PROBLEM = "application/problem+json";

    /** What services ask each other, which no gateway lets in. */
    private static final String INTERNAL = "/api/v1/personal-data";

    private static final String SCHEMAS = "#/components/schemas/";

    /** Regular expressions of Java, sets and examples, which the tools misread. */
    private static final Set<String> LEFT_OUT = Set.of("pattern", "uniqueItems", "examples");

    private final ObjectNode schemas;

    private OpenApi30(ObjectNode schemas) {
        this.schemas = schemas;
    }

    /** @param openApi31 the document as the service serves it */
    static String of(String openApi31) throws IOException {
        ObjectNode document = (ObjectNode) YAML.readTree(openApi31);
        OpenApi30 rendering = new OpenApi30((ObjectNode) document.at("/components/schemas"));
        ObjectNode rendered = YAML.createObjectNode();
        rendered.put("openapi", "3.0.3");
        rendered.set("info", document.get("info"));
        rendered.set("paths", rendering.paths((ObjectNode) document.get("paths")));
        ObjectNode components = rendered.putObject("components");
        components.set("schemas", rendering.objectSchemas(rendered.get("paths")));
        components.set("securitySchemes", document.at("/components/securitySchemes"));
        return YAML.writeValueAsString(rendered);
    }

    private ObjectNode paths(ObjectNode paths) {
        ObjectNode kept = YAML.createObjectNode();
        paths.properties().stream()
                .filter(path -> !path.getKey().startsWith(INTERNAL))
                .forEach(path -> {
                    ObjectNode operations = YAML.createObjectNode();
                    path.getValue().properties().stream()
                            .filter(operation -> speaksJson(operation.getValue()))
                            .forEach(operation ->
                                    operations.set(operation.getKey(), operation((ObjectNode) operation.getValue())));
                    if (!operations.isEmpty()) {
                        kept.set(path.getKey(), operations);
                    }
                });
        return kept;
    }

    private static boolean speaksJson(JsonNode operation) {
        return isJson(operation, operation.at("/requestBody/content"))
                && operation.get("responses").properties().stream()
                        .filter(response -> response.getKey().startsWith("2"))
                        .allMatch(response ->
                                isJson(operation, response.getValue().path("content")));
    }

    private static boolean isJson(JsonNode operation, JsonNode content) {
        if (content.isObject() && content.isEmpty()) {
            throw new IllegalArgumentException(
                    operation.get("operationId") + " does not say of which media type it speaks");
        }
        return content.isMissingNode() || content.has(JSON);
    }

    private ObjectNode operation(ObjectNode operation) {
        ObjectNode kept = operation.deepCopy();
        kept.remove("callbacks"); // what a service posts somewhere is nothing that a caller needs
        kept.path("parameters").forEach(parameter -> replaceSchema((ObjectNode) parameter));
        if (kept.has("requestBody")) {
            onlyJson((ObjectNode) kept.get("requestBody"));
        }
        ObjectNode responses = (ObjectNode) kept.get("responses");
        removeIf(responses, code -> code.startsWith("4") && !responses.get(code).has("content"));
        responses.forEach(response -> {
            ((ObjectNode) response).remove("headers");
            onlyJson((ObjectNode) response);
        });
        return kept;
    }

    private void onlyJson(ObjectNode body) {
        if (!body.has("content")) {
            return;
        }
        ObjectNode content = (ObjectNode) body.get("content");
        if (!content.has(JSON) && content.has(PROBLEM)) {
            content.set(JSON, content.get(PROBLEM));
        }
        removeIf(content, type -> !type.equals(JSON));
        content.forEach(media -> replaceSchema((ObjectNode) media));
    }

    private void replaceSchema(ObjectNode holder) {
        if (holder.has("schema")) {
            holder.set("schema", schema(holder.get("schema")));
        }
    }

    /** Those that what is left refers to, in the order of the document. */
    private ObjectNode objectSchemas(JsonNode paths) {
        ObjectNode rendered = YAML.createObjectNode();
        schemas.properties().forEach(schema -> rendered.set(schema.getKey(), schema(schema.getValue())));
        Set<String> used = new HashSet<>();
        collectReferences(paths, rendered, used);
        removeIf(rendered, name -> !used.contains(name));
        return rendered;
    }

    private static void collectReferences(JsonNode node, ObjectNode rendered, Set<String> used) {
        if (node.has("$ref") && used.add(name(node))) {
            collectReferences(rendered.get(name(node)), rendered, used);
        }
        node.forEach(part -> collectReferences(part, rendered, used));
    }

    private JsonNode schema(JsonNode original) {
        if (!original.isObject()) {
            return original;
        }
        ObjectNode schema = original.deepCopy();
        boolean nullable = allowsNull(schema.path("anyOf")) || allowsNull(schema.path("type"));
        JsonNode named = named(schema);
        if (named != null && isObject(named)) {
            return YAML.createObjectNode().put("$ref", named.get("$ref").asText());
        }
        if (named != null) {
            ObjectNode inlined = schemas.get(name(named)).deepCopy();
            removeIf(
                    schema,
                    key -> key.equals("anyOf") || key.equals("allOf") || key.equals("$ref") || key.equals("type"));
            schema.properties().forEach(keyword -> inlined.set(keyword.getKey(), keyword.getValue()));
            schema = inlined;
        }
        removeIf(schema, LEFT_OUT::contains);
        if (schema.path("type").isArray()) {
            schema.put("type", type(schema.get("type")));
        }
        if (!schema.has("type")) {
            schema.put("type", "object");
        }
        if (nullable) {
            schema.put("nullable", true);
        }
        for (String part : List.of("items", "additionalProperties")) {
            if (schema.has(part)) {
                schema.set(part, schema(schema.get(part)));
            }
        }
        if (schema.has("properties")) {
            schema.get("properties").properties().forEach(property -> property.setValue(schema(property.getValue())));
        }
        return schema;
    }

    /** The one schema that this one refers to, alone or as the only one of several that is not null; null when it refers to none. */
    private static JsonNode named(JsonNode schema) {
        if (schema.has("$ref")) {
            return schema;
        }
        for (String keyword : List.of("anyOf", "allOf")) {
            for (JsonNode one : schema.path(keyword)) {
                if (one.has("$ref")) {
                    return one;
                }
            }
        }
        return null;
    }

    private boolean isObject(JsonNode reference) {
        return schemas.get(name(reference)).path("type").asText().equals("object");
    }

    private static String name(JsonNode reference) {
        return reference.get("$ref").asText().substring(SCHEMAS.length());
    }

    private static boolean allowsNull(JsonNode alternatives) {
        for (JsonNode one : alternatives) {
            if (one.asText().equals("null") || one.path("type").asText().equals("null")) {
                return true;
            }
        }
        return false;
    }

    private static String type(JsonNode types) {
        for (JsonNode type : (ArrayNode) types) {
            if (!type.asText().equals("null")) {
                return type.asText();
            }
        }
        throw new IllegalArgumentException("A schema that is null and nothing else");
    }

    private static void removeIf(ObjectNode node, Predicate<String> unwanted) {
        for (Iterator<String> names = node.fieldNames(); names.hasNext(); ) {
            if (unwanted.test(names.next())) {
                names.remove();
            }
        }
    }
}
