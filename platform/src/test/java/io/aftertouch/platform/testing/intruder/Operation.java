package io.aftertouch.platform.testing.intruder;

import java.util.List;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * One operation of an API.
 *
 * @param path as a template, {@code /api/v1/touchpoints/{key}}
 * @param bodies the schemas of what it takes, by media type
 * @param statuses those it says that it answers with when all is well
 * @param answers the media types of what it answers with then
 */
record Operation(
        String method,
        String path,
        String id,
        List<Parameter> parameters,
        Map<String, JsonNode> bodies,
        Set<Integer> statuses,
        Set<String> answers) {

    static final String JSON = "application/json";
    private static final Set<String> STREAMS = Set.of("text/csv", "application/x-ndjson");

    /** @param in {@code query}, {@code path} or {@code header} */
    record Parameter(String name, String in, boolean required, JsonNode schema) {}

    boolean changesSomething() {
        return !method.equals("GET");
    }

    /** Whether it tells what there is, so that others can refer to it. */
    boolean isReading() {
        return method.equals("GET") && answers.contains(JSON);
    }

    /** Whether it hands out all there is, line by line. */
    boolean isStream() {
        return answers.stream().anyMatch(STREAMS::contains);
    }

    boolean takes(String header) {
        return parameters.stream().anyMatch(parameter -> parameter.name().equals(header));
    }

    List<Parameter> query() {
        return parameters.stream()
                .filter(parameter -> parameter.in().equals("query"))
                .toList();
    }

    /** The schema of its JSON, whatever it calls that; null when it takes none. */
    JsonNode json() {
        return bodies.entrySet().stream()
                .filter(body -> body.getKey().equals(JSON))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
    }

    @Override
    public String toString() {
        return method + " " + path + " (" + id + ")";
    }
}
