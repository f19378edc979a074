package io.aftertouch.score.recount;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What feedback-service says of answers whose respondents are known, some at a time.
 *
 * @param next where the following ones begin; null after the last
 */
record Named(List<Answer> answers, String next) {

    /** One answer as it stands. */
    record Answer(
            UUID id,
            int revision,
            String respondentRef,
            String survey,
            int surveyVersion,
            String scale,
            int score,
            Instant answeredAt) {}
}
