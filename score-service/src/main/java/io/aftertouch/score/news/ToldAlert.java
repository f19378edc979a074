package io.aftertouch.score.news;

import java.net.URI;
import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An alert as webhooks tell it: where negative answers have become more frequent. Without the name of who acknowledged it. */
@Schema(name = "WebhookAlert")
@JsonInclude(JsonInclude.Include.ALWAYS)
record ToldAlert(
        @Schema(format = "uuid", description = "The same in all news about this alert")
        String id,

        @Schema(description = "Rises with every step; take the highest one for what is true")
        Integer version,

        @Schema(enumeration = {"OPEN", "RECOVERED"}) String state,

        @Schema(description = "What is told with this message", examples = "GREW")
        String reason,

        @Schema(description = "Key of the touchpoint") String touchpoint,
        @Schema(enumeration = {"NPS", "CSAT", "CES"}) String metric,
        String scale,

        @Schema(nullable = true, description = "Where it happens, such as country:DK; null for the whole touchpoint")
        String segment,

        @Schema(description = "From when on answers are other than before")
        Instant since,

        Instant openedAt,
        @Schema(nullable = true) Instant recoveredAt,
        Instant changedAt,
        @Schema(description = "Answers before that") Share before,
        @Schema(description = "Answers since then") Share after,

        @Schema(nullable = true, description = "Until when colleagues want to hear nothing of it")
        Instant mutedUntil,

        @Schema(description = "The page that shows it to colleagues")
        URI url)
        implements Subject {

    /** How many of some answers are negative. */
    @Schema(name = "WebhookShare")
    record Share(
            Long negative,
            Long n,
            @Schema(description = "In percent") Double share) {}

    ToldAlert at(URI page) {
        return new ToldAlert(
                id,
                version,
                state,
                reason,
                touchpoint,
                metric,
                scale,
                segment,
                since,
                openedAt,
                recoveredAt,
                changedAt,
                before,
                after,
                mutedUntil,
                page);
    }

    @Override
    public String about() {
        return null;
    }
}
