package io.aftertouch.survey.reply;

import java.time.Instant;
import java.util.UUID;

/**
 * What this service reads of {@code reply.written}.
 *
 * @param invitationId null when the answer came without one
 */
record ReplyWritten(
        UUID id,
        UUID caseId,
        String respondentRef,
        UUID invitationId,
        String survey,
        int surveyVersion,
        String language,
        String subject,
        String text,
        Instant answeredAt) {

    static final String TYPE = "reply.written";
}
