package io.aftertouch.local.demo;

import java.time.Instant;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;

/** A touchpoint event as it is posted. */
record Event(
        String id,
        String source,
        String touchpoint,
        Instant occurredAt,
        Respondent respondent,
        Map<String, String> segments,
        Map<String, String> attributes) {

    /** Whom it happened to. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Respondent(String ref, String email, String name, String locale) {}
}
