package io.aftertouch.score.delivery;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One time a message was posted.
 *
 * @param status of HTTP; null when none came
 * @param reply how the answer begins, its first kB at most; what stood in the way when there was none
 */
@Schema(name = "WebhookAttempt")
@JsonInclude(JsonInclude.Include.ALWAYS)
record AttemptView(Instant at, Outcome outcome, Integer status, int durationMs, String reply) {

    static AttemptView of(Attempt attempt) {
        return new AttemptView(
                attempt.at(), attempt.outcome(), attempt.status(), attempt.durationMs(), attempt.reply());
    }
}
