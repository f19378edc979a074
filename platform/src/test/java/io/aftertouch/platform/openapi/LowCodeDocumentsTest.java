package io.aftertouch.platform.openapi;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.swagger.v3.parser.OpenAPIV3Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The documents in OpenAPI 3.0.3 are valid, and such that Salesforce External Services and the like register them. Their rules: Salesforce Help, External
 * Services, "Schema Definitions", "Naming and Description Conventions", "Media Type Directives and Mapping", "Operation Output Parameters".
 */
class LowCodeDocumentsTest {

    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
    private static final Path DOCUMENTS = Path.of(System.getProperty("aftertouch.root"), "openapi", "3.0");
    private static final Pattern LETTERS_AND_DIGITS = Pattern.compile("[A-Za-z][A-Za-z0-9]*");
    private static final int LONGEST_DESCRIPTION = 1_333;
    private static final Set<String> TYPES = Set.of("string", "integer", "number", "boolean", "array", "object");

    /** Several schemas in one, and words of OpenAPI 3.1. */
    private static final List<String> UNKNOWN_WORDS = List.of(
            "anyOf", "oneOf", "allOf", "not", "discriminator", "const", "examples", "pattern", "patternProperties");

    @Test
    void everyServiceHasOne() throws IOException {
        try (var files = Files.list(DOCUMENTS)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("feedback-service.yaml", "score-service.yaml", "survey-service.yaml");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"feedback-service", "score-service", "survey-service"})
    void isValid(String service) {
        var parsed = new OpenAPIV3Parser()
                .readLocation(DOCUMENTS.resolve(service + ".yaml").toString(), null, null);

        assertThat(parsed.getMessages()).isEmpty();
        assertThat(parsed.getOpenAPI().getPaths()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"feedback-service", "score-service", "survey-service"})
    void keepsTheRulesOfLowCodeTools(String service) throws IOException {
        assertThat(violations(YAML.readTree(DOCUMENTS.resolve(service + ".yaml").toFile())))
                .isEmpty();
    }

    @Test
    void findsWhatBreaksTheRules() throws IOException {
        assertThat(violations(YAML.readTree("""
                openapi: 3.1.0
                paths:
                  /a:
                    get:
                      operationId: get-a
                      requestBody: {content: {application/json: {schema: {type: object}}}}
                      responses: {"200": {headers: {ETag: {}}}}
                    put:
                      operationId: changeA
                      parameters: [{name: If-Match, in: header, schema: {type: string}}]
                      responses: {"200": {content: {application/json: {schema: {$ref: "#/components/schemas/thing"}}}}}
                  /b:
                    get:
                      operationId: CHANGEA
                      description: %s
                      responses: {default: {content: {application/problem+json: {schema: {type: array}}}}}
                components:
                  schemas:
                    thing: {type: object, properties: {a-b: {type: [string, "null"]}, c: {anyOf: []}}}
                    Thing: {type: string}
                """.formatted("x".repeat(1_334)))))
                .containsExactlyInAnyOrder(
                        "it is OpenAPI 3.1.0",
                        "get /a: the operationId get-a is not letters and digits",
                        "get /a: a body",
                        "get /a: 200 has headers",
                        "get /a: 200 has no JSON",
                        "put /a: If-Match, and no body says the version",
                        "get /b: the operationId CHANGEA is there twice",
                        "get /b: default is application/problem+json",
                        "/paths/~1b/get: a description of 1334 characters",
                        "/paths/~1b/get/responses/default/content/application~1problem+json/schema: a list of nothing",
                        "/components/schemas/thing/properties: the name a-b",
                        "/components/schemas/thing/properties/a-b: no type",
                        "/components/schemas/thing/properties/c: anyOf",
                        "/components/schemas/thing/properties/c: no type",
                        "/components/schemas: Thing is there twice",
                        "/components/schemas/Thing: is no object");
    }

    private static List<String> violations(JsonNode document) {
        List<String> violations = new ArrayList<>();
        if (!document.path("openapi").asText().startsWith("3.0.")) {
            violations.add("it is OpenAPI " + document.path("openapi").asText());
        }
        Set<String> ids = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        document.path("paths").properties().forEach(path -> path.getValue()
                .properties()
                .forEach(operation -> checkOperation(
                        document, operation.getKey() + " " + path.getKey(), operation.getValue(), ids, violations)));
        Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        document.at("/components/schemas").properties().forEach(schema -> {
            if (!LETTERS_AND_DIGITS.matcher(schema.getKey()).matches()) {
                violations.add("/components/schemas: the name " + schema.getKey());
            }
            if (!names.add(schema.getKey())) {
                violations.add("/components/schemas: " + schema.getKey() + " is there twice");
            }
            if (!schema.getValue().path("type").asText().equals("object")) {
                violations.add("/components/schemas/" + schema.getKey() + ": is no object");
            }
        });
        walk("", document, (where, node) -> checkTexts(where, node, violations));
        walk("", document, (where, node) -> {
            if (isSchema(where)) {
                checkSchema(where, node, violations);
            }
        });
        return violations;
    }

    private static void checkOperation(
            JsonNode document, String name, JsonNode operation, Set<String> ids, List<String> violations) {
        String id = operation.path("operationId").asText();
        if (!LETTERS_AND_DIGITS.matcher(id).matches()) {
            violations.add(name + ": the operationId " + id + " is not letters and digits");
        }
        if (!ids.add(id)) {
            violations.add(name + ": the operationId " + id + " is there twice");
        }
        if (name.startsWith("get ") && operation.has("requestBody")) {
            violations.add(name + ": a body");
        }
        checkMedia(name + ": the request", operation.path("requestBody"), violations);
        for (Map.Entry<String, JsonNode> response : operation.path("responses").properties()) {
            String which = name + ": " + response.getKey();
            if (response.getValue().has("headers")) {
                violations.add(which + " has headers");
            }
            if (response.getKey().startsWith("20")
                    && !response.getKey().equals("204")
                    && response.getValue().path("content").isEmpty()) {
                violations.add(which + " has no JSON");
            }
            checkMedia(which, response.getValue(), violations);
        }
        for (JsonNode parameter : operation.path("parameters")) {
            if (parameter.path("name").asText().equals("If-Match") && !saysVersion(document, name)) {
                violations.add(name + ": If-Match, and no body says the version");
            }
        }
    }

    /** What is sent as If-Match is in the body of what is changed, or of what that is part of: response headers do not reach these tools. */
    private static boolean saysVersion(JsonNode document, String name) {
        String changed = name.substring(name.indexOf(' ') + 1);
        return document.path("paths").properties().stream()
                .filter(path -> changed.startsWith(path.getKey()))
                .flatMap(path -> path.getValue().properties().stream())
                .map(operation -> operation.getValue().at("/responses/200/content/application~1json/schema/$ref"))
                .filter(JsonNode::isTextual)
                .anyMatch(schema -> document.at(schema.asText().substring(1) + "/properties")
                        .has("version"));
    }

    private static void checkMedia(String which, JsonNode body, List<String> violations) {
        body.path("content").properties().stream()
                .filter(media -> !media.getKey().equals("application/json"))
                .forEach(media -> violations.add(which + " is " + media.getKey()));
    }

    private static void checkTexts(String where, JsonNode node, List<String> violations) {
        for (String text : List.of("description", "summary")) {
            int length = node.path(text).asText().length();
            if (length > LONGEST_DESCRIPTION) {
                violations.add(where + ": a description of " + length + " characters");
            }
        }
    }

    private static boolean isSchema(String where) {
        return where.matches(".*/(schema|items|additionalProperties)|.*/properties/[^/]+|/components/schemas/[^/]+");
    }

    private static void checkSchema(String where, JsonNode schema, List<String> violations) {
        UNKNOWN_WORDS.stream().filter(schema::has).forEach(word -> violations.add(where + ": " + word));
        if (schema.has("$ref")
                ? schema.size() > 1
                : !TYPES.contains(schema.path("type").asText())) {
            violations.add(where + ": no type");
        }
        if (schema.path("type").asText().equals("array") && !schema.has("items")) {
            violations.add(where + ": a list of nothing");
        }
        schema.path("properties").properties().stream()
                .filter(property ->
                        !LETTERS_AND_DIGITS.matcher(property.getKey()).matches())
                .forEach(property -> violations.add(where + "/properties: the name " + property.getKey()));
    }

    private static void walk(String where, JsonNode node, BiConsumer<String, JsonNode> visitor) {
        if (!node.isContainerNode()) {
            return;
        }
        visitor.accept(where, node);
        if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                walk(where + "/" + i, node.get(i), visitor);
            }
        } else {
            node.properties()
                    .forEach(part -> walk(where + "/" + part.getKey().replace("/", "~1"), part.getValue(), visitor));
        }
    }
}
