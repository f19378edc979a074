package io.aftertouch.feedback.response;

import java.time.Instant;
import java.util.Map;

/** An answer that another system took in the past; null for what it does not know. */
public record PastAnswer(
        String source,
        String id,
        String survey,
        String touchpoint,
        Integer score,
        String comment,
        String respondentRef,
        Map<String, String> segments,
        String locale,
        Instant answeredAt) {

    SubmitResponse submission() {
        return new SubmitResponse(
                null,
                source,
                id,
                survey,
                touchpoint,
                score,
                comment,
                respondentRef,
                segments,
                locale,
                null,
                answeredAt);
    }
}
