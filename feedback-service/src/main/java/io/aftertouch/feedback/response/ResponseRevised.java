package io.aftertouch.feedback.response;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.aftertouch.feedback.catalog.Band;

/** A customer changed an answer: what it says now, and what is no longer so. */
record ResponseRevised(@JsonUnwrapped ResponseRecorded response, Previous previous, Instant revisedAt) {

    record Previous(int revision, int score, Band band) {}

    static ResponseRevised of(SurveyResponse response, ResponseRevision before) {
        return new ResponseRevised(
                ResponseRecorded.of(response),
                new Previous(
                        before.revision(),
                        before.rating().score(),
                        before.rating().band()),
                response.revisedAt());
    }
}
