package io.aftertouch.platform.testing.intruder;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * A request as it goes over the wire.
 *
 * @param path as it is sent, whatever is encoded in it
 * @param query without the question mark; empty for none
 * @param json what the body says, when it is JSON; else null
 * @param body null for none
 * @param sent in which way
 */
record Request(
        String method,
        String path,
        String query,
        Map<String, String> headers,
        JsonNode json,
        byte[] body,
        Sending sent) {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Pattern BROKEN_ESCAPE = Pattern.compile("%(?![0-9A-Fa-f]{2})");
    private static final int SHOWN = 600;

    enum Sending {
        WITH_ITS_LENGTH,
        IN_CHUNKS,
        /** Only the head goes out, which promises a body. */
        HEAD_ALONE
    }

    static Request of(String method, String path) {
        return new Request(method, path, "", Map.of(), null, null, Sending.WITH_ITS_LENGTH);
    }

    String uri() {
        return query.isEmpty() ? path : path + "?" + query;
    }

    Request by(String otherMethod) {
        return new Request(otherMethod, path, query, headers, json, body, sent);
    }

    Request at(String otherPath) {
        return new Request(method, otherPath, query, headers, json, body, sent);
    }

    Request asking(String otherQuery) {
        return new Request(method, path, otherQuery, headers, json, body, sent);
    }

    Request askingAlso(String more) {
        return asking(query.isEmpty() ? more : query + "&" + more);
    }

    /** @param value null takes the header away */
    Request with(String header, String value) {
        Map<String, String> more = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        more.putAll(headers);
        if (value == null) {
            more.remove(header);
        } else {
            more.put(header, value);
        }
        return new Request(method, path, query, more, json, body, sent);
    }

    Request saying(JsonNode otherJson) {
        try {
            return new Request(method, path, query, headers, otherJson, MAPPER.writeValueAsBytes(otherJson), sent);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    Request saying(String text) {
        return saying(text.getBytes(StandardCharsets.UTF_8));
    }

    Request saying(byte[] bytes) {
        return new Request(method, path, query, headers, json, bytes, sent);
    }

    Request sent(Sending how) {
        return new Request(method, path, query, headers, json, body, how);
    }

    /** Whether the rules of HTTP allow to send it. */
    boolean isHttp() {
        return uri().indexOf('\\') < 0
                && !BROKEN_ESCAPE.matcher(uri()).find()
                && headers.values().stream().noneMatch(value -> value.chars().anyMatch(Character::isISOControl));
    }

    /** One line that sends it again, as far as a line can. */
    String asCommand(String site) {
        StringBuilder line = new StringBuilder("curl -i --path-as-is -X " + method);
        headers.forEach((name, value) -> line.append(" -H ").append(quoted(name + ": " + value)));
        if (body != null && sent != Sending.HEAD_ALONE) {
            line.append(" --data-binary ").append(quoted(new String(body, StandardCharsets.UTF_8)));
        }
        return line.append(' ').append(quoted(site + uri())).toString();
    }

    private static String quoted(String text) {
        String shown = text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text;
        return "'" + shown.replace("'", "'\\''") + "'";
    }
}
