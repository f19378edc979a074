package io.aftertouch.feedback.response;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import io.aftertouch.feedback.catalog.Band;
import io.aftertouch.feedback.catalog.Metric;

/** An answer was stored. The comment stays here; whoever needs it reads it through the API. */
record ResponseRecorded(
        UUID id,
        int revision,
        UUID invitationId,
        String source,
        String sourceId,
        String survey,
        int surveyVersion,
        Metric metric,
        String scale,
        String touchpoint,
        String channel,
        String respondentRef,
        Map<String, String> segments,
        String locale,
        int score,
        Band band,
        boolean hasComment,
        Instant answeredAt,
        Instant recordedAt) {

    static ResponseRecorded of(SurveyResponse response) {
        return new ResponseRecorded(
                response.id(),
                response.revision(),
                response.invitationId(),
                response.source(),
                response.sourceId(),
                response.survey().survey(),
                response.survey().version(),
                response.metric(),
                response.scaleKey(),
                response.touchpoint(),
                response.channel(),
                response.respondentRef(),
                response.segments(),
                response.locale(),
                response.rating().score(),
                response.rating().band(),
                response.comment() != null,
                response.answeredAt(),
                response.recordedAt());
    }
}
