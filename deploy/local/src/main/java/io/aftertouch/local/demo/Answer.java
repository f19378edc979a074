package io.aftertouch.local.demo;

import java.time.Instant;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;

/** An answer as it is posted. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Answer(
        String source,
        String id,
        String survey,
        String touchpoint,
        int score,
        String comment,
        String respondentRef,
        Map<String, String> segments,
        String locale,
        Instant answeredAt,
        @JsonIgnore Band band) {

    Answer withId(String newId) {
        return new Answer(
                source, newId, survey, touchpoint, score, comment, respondentRef, segments, locale, answeredAt, band);
    }
}
