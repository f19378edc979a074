package io.aftertouch.score.news;

import java.net.URI;
import java.time.Instant;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An answer as webhooks tell it. What the customer wrote is not part of it: read it at {@code /api/v1/responses/{id}}. */
@Schema(name = "WebhookResponse")
@JsonInclude(JsonInclude.Include.ALWAYS)
record ToldResponse(
        @Schema(description = "The same in all news about this answer", format = "uuid")
        String id,

        @Schema(description = "1 for the first state of it; take the highest one for what counts")
        Integer revision,

        @Schema(format = "uuid", nullable = true) String invitationId,

        @Schema(nullable = true, description = "The system that posted it, if one did")
        String source,

        @Schema(nullable = true, description = "Its name there")
        String sourceId,

        String survey,
        Integer surveyVersion,
        @Schema(enumeration = {"NPS", "CSAT", "CES"}) String metric,
        String scale,
        @Schema(description = "Key of the touchpoint") String touchpoint,

        @Schema(nullable = true, description = "Of the contact")
        String channel,

        @Schema(nullable = true, description = "The outside reference of who answered; null for nobody known")
        String respondentRef,

        @Schema(description = "Of the interaction, such as country: DK")
        Map<String, String> segments,

        @Schema(nullable = true) String locale,
        Integer score,

        @Schema(enumeration = {"POSITIVE", "NEUTRAL", "NEGATIVE"})
        String band,

        boolean hasComment,
        Instant answeredAt,
        Instant recordedAt,

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(description = "Only of response.revised: what no longer counts")
        Previous previous,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(description = "Only of response.revised")
        Instant revisedAt,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(description = "Only of response.withdrawn")
        Instant withdrawnAt,

        @Schema(description = "The page that shows it to colleagues")
        URI url)
        implements Subject {

    /** The state of an answer that was replaced. */
    @Schema(name = "WebhookPreviousResponse")
    record Previous(Integer revision, Integer score, String band) {}

    ToldResponse at(URI page) {
        return new ToldResponse(
                id,
                revision,
                invitationId,
                source,
                sourceId,
                survey,
                surveyVersion,
                metric,
                scale,
                touchpoint,
                channel,
                respondentRef,
                segments,
                locale,
                score,
                band,
                hasComment,
                answeredAt,
                recordedAt,
                previous,
                revisedAt,
                withdrawnAt,
                page);
    }

    @Override
    public String about() {
        return respondentRef;
    }
}
