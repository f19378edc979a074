package io.aftertouch.score.news;

import java.net.URI;
import java.time.Instant;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A step of an invitation as webhooks tell it. Neither its link nor the address it goes to is part of it. */
@Schema(name = "WebhookInvitation")
@JsonInclude(JsonInclude.Include.NON_NULL)
record ToldInvitation(
        @Schema(format = "uuid") String id,
        @Schema(description = "Key of the touchpoint") String touchpoint,
        String survey,

        @Schema(description = "This and all up to expiresAt: only of invitation.scheduled")
        Integer surveyVersion,

        @Schema(enumeration = {"EMAIL", "WEBHOOK", "LINK"}) String channel,
        String respondentRef,
        String locale,
        Map<String, String> segments,

        @Schema(description = "The system that said what happened")
        String eventSource,

        @Schema(description = "The name of the event there") String eventId,

        @Schema(description = "When it happened that they are asked about")
        Instant occurredAt,

        Instant dueAt,
        Instant expiresAt,

        @Schema(description = "Of cancelled, bounced and failed ones: one of the reasons of a decision")
        String reason,

        Instant scheduledAt,
        Instant sentAt,
        Instant answeredAt,
        Instant expiredAt,
        Instant cancelledAt,
        Instant bouncedAt,
        Instant failedAt,

        @Schema(description = "The page that shows it to colleagues")
        URI url)
        implements Subject {

    ToldInvitation at(URI page) {
        return new ToldInvitation(
                id,
                touchpoint,
                survey,
                surveyVersion,
                channel,
                respondentRef,
                locale,
                segments,
                eventSource,
                eventId,
                occurredAt,
                dueAt,
                expiresAt,
                reason,
                scheduledAt,
                sentAt,
                answeredAt,
                expiredAt,
                cancelledAt,
                bouncedAt,
                failedAt,
                page);
    }

    @Override
    public String about() {
        return respondentRef;
    }
}
