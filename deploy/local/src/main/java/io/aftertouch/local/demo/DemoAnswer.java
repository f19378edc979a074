package io.aftertouch.local.demo;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** An answer of a made-up customer. The id stays the same from run to run, so that it is taken once. */
record DemoAnswer(
        String id,
        DemoTouchpoint touchpoint,
        int score,
        String comment,
        String respondent,
        Map<String, String> segments,
        String locale,
        Instant answeredAt) {

    Map<String, Object> body() {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("source", "demo");
        body.put("id", id);
        body.put("survey", touchpoint.survey());
        body.put("touchpoint", touchpoint.key());
        body.put("score", score);
        if (comment != null) {
            body.put("comment", comment);
        }
        body.put("respondentRef", respondent);
        body.put("segments", segments);
        body.put("locale", locale);
        body.put("answeredAt", answeredAt.toString());
        return body;
    }
}
