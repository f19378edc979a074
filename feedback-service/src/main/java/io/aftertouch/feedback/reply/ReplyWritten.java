package io.aftertouch.feedback.reply;

import java.time.Instant;
import java.util.UUID;

import io.aftertouch.feedback.response.SurveyResponse;

/**
 * A colleague wrote to a customer ({@code reply.written}): the service that knows the address sends it. It is the one event that tells words which
 * people wrote.
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
        Instant answeredAt,
        Instant writtenAt) {

    static final String TOPIC = "replies";
    static final String TYPE = "reply.written";

    static ReplyWritten of(Reply reply, SurveyResponse response) {
        return new ReplyWritten(
                reply.id(),
                reply.caseId(),
                response.respondentRef(),
                response.invitationId(),
                response.survey().survey(),
                response.survey().version(),
                reply.language(),
                reply.subject(),
                reply.text(),
                response.answeredAt(),
                reply.writtenAt());
    }
}
