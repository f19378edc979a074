package io.aftertouch.platform.testing.intruder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.aftertouch.platform.testing.Contracts;

/** The committed OpenAPI document of a service. */
final class ApiDocument {

    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
    private static final List<String> METHODS = List.of("get", "post", "put", "patch", "delete");

    private final JsonNode document;
    private final List<Operation> operations = new ArrayList<>();

    private ApiDocument(JsonNode document) {
        this.document = document;
        document.get("paths").properties().forEach(path -> path.getValue().properties().stream()
                .filter(operation -> METHODS.contains(operation.getKey()))
                .forEach(operation ->
                        operations.add(operation(operation.getKey(), path.getKey(), operation.getValue()))));
    }

    static ApiDocument of(String service) {
        try {
            return new ApiDocument(YAML.readTree(Contracts.openApi(service)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Operation operation(String method, String path, JsonNode operation) {
        List<Operation.Parameter> parameters = new ArrayList<>();
        operation
                .path("parameters")
                .forEach(parameter -> parameters.add(new Operation.Parameter(
                        parameter.get("name").asText(),
                        parameter.get("in").asText(),
                        parameter.path("required").asBoolean(),
                        parameter.path("schema"))));
        Map<String, JsonNode> bodies = new LinkedHashMap<>();
        operation
                .at("/requestBody/content")
                .properties()
                .forEach(media -> bodies.put(media.getKey(), media.getValue().path("schema")));
        Set<Integer> statuses = new TreeSet<>();
        Set<String> answers = new TreeSet<>();
        operation.get("responses").properties().stream()
                .filter(response ->
                        response.getKey().startsWith("2") || response.getKey().startsWith("3"))
                .forEach(response -> {
                    statuses.add(Integer.valueOf(response.getKey()));
                    response.getValue().path("content").fieldNames().forEachRemaining(answers::add);
                });
        return new Operation(
                method.toUpperCase(Locale.ROOT),
                path,
                operation.get("operationId").asText(),
                parameters,
                bodies,
                statuses,
                answers);
    }

    List<Operation> operations() {
        return operations;
    }

    /** What shows the thing that an operation is about: the reading of its path, else of the nearest path above it with the same parameters. */
    Optional<Operation> reading(Operation operation) {
        for (String path = operation.path(); !path.isEmpty(); path = path.substring(0, path.lastIndexOf('/'))) {
            String candidate = path;
            Optional<Operation> reading = operations.stream()
                    .filter(other -> other.isReading() && other.path().equals(candidate))
                    .findFirst();
            if (reading.isPresent()) {
                return reading;
            }
            if (path.endsWith("}")) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** A schema without references to others: what it names, with what is said beside the name; that it may be null too is left out. */
    ObjectNode resolved(JsonNode schema) {
        ObjectNode resolved = YAML.createObjectNode();
        if (schema.has("$ref")) {
            resolved.setAll(resolved(document.at(schema.get("$ref").asText().substring(1))));
        }
        for (String several : List.of("anyOf", "allOf", "oneOf")) {
            for (JsonNode one : schema.path(several)) {
                if (!one.path("type").asText().equals("null")) {
                    resolved.setAll(resolved(one));
                }
            }
        }
        schema.properties().stream()
                .filter(keyword -> !Set.of("$ref", "anyOf", "allOf", "oneOf").contains(keyword.getKey()))
                .forEach(keyword -> resolved.set(keyword.getKey(), keyword.getValue()));
        for (JsonNode type : resolved.path("type")) {
            if (!type.asText().equals("null")) {
                resolved.put("type", type.asText());
            }
        }
        return resolved;
    }
}
