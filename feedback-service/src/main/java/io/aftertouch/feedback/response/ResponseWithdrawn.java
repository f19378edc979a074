package io.aftertouch.feedback.response;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/** A customer withdrew an answer: what it said last, which counts no more. */
record ResponseWithdrawn(@JsonUnwrapped ResponseRecorded response, Instant withdrawnAt) {

    static ResponseWithdrawn of(SurveyResponse response) {
        return new ResponseWithdrawn(ResponseRecorded.of(response), response.withdrawnAt());
    }
}
