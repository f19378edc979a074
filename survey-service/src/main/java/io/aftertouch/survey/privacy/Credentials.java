package io.aftertouch.survey.privacy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.vertx.core.http.HttpServerRequest;

/**
 * How a caller showed who they are. The other services know the same people and keys, and are asked in the name of whoever asks here: nobody sees
 * more by this way than by the straight one.
 *
 * @param headers by name
 */
record Credentials(Map<String, String> headers) {

    private static final List<String> NAMES = List.of("Authorization", "X-Api-Key", "Cookie");

    static Credentials of(HttpServerRequest request) {
        return new Credentials(NAMES.stream()
                .filter(name -> request.getHeader(name) != null)
                .collect(java.util.stream.Collectors.toMap(name -> name, request::getHeader)));
    }

    /** As the HTTP client takes them: names and values in turn. */
    String[] inTurn() {
        List<String> turn = new ArrayList<>(List.of("Accept", "application/json"));
        headers.forEach((name, value) -> {
            turn.add(name);
            turn.add(value);
        });
        return turn.toArray(String[]::new);
    }

    @Override
    public String toString() {
        return headers.keySet().toString();
    }
}
