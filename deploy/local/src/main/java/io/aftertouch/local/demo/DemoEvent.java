package io.aftertouch.local.demo;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Something that happened to a made-up customer in the last days.
 *
 * @param answer the score that the customer gives when asked by link; null for one who does not answer
 */
record DemoEvent(
        String id,
        DemoTouchpoint touchpoint,
        String respondent,
        String locale,
        Map<String, String> segments,
        Instant occurredAt,
        Integer answer) {

    static final int COUNT = 300;

    Map<String, Object> body() {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("id", id);
        body.put("source", "demo");
        body.put("touchpoint", touchpoint.key());
        body.put("occurredAt", occurredAt.toString());
        body.put(
                "respondent",
                Map.of("ref", respondent, "email", respondent + "@customers.nordlys.example", "locale", locale));
        body.put("segments", segments);
        body.put("attributes", Map.of("order", Integer.toString(88_000 + Math.floorMod(id.hashCode(), 1_000))));
        return body;
    }
}
