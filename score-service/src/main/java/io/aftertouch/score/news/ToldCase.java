package io.aftertouch.score.news;

import java.net.URI;
import java.time.Instant;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A review case as webhooks tell it, without the name of who works on it. */
@Schema(name = "WebhookCase")
@JsonInclude(JsonInclude.Include.ALWAYS)
record ToldCase(
        @Schema(format = "uuid") String id,

        @Schema(format = "uuid", description = "The answer that it is about")
        String responseId,

        @Schema(description = "Key of the touchpoint") String touchpoint,
        String survey,
        @Schema(examples = "NEW") String state,

        @Schema(description = "Whether it still waits for somebody to close the loop")
        boolean open,

        @Schema(examples = "LOW_SCORE") String reason,
        Map<String, String> segments,
        Instant openedAt,
        @Schema(nullable = true) Instant dueAt,
        Instant changedAt,

        @Schema(description = "Rises with every change; take the highest one for what is true")
        Long version,

        @Schema(description = "The page that shows it to colleagues")
        URI url)
        implements Subject {

    ToldCase at(URI page) {
        return new ToldCase(
                id,
                responseId,
                touchpoint,
                survey,
                state,
                open,
                reason,
                segments,
                openedAt,
                dueAt,
                changedAt,
                version,
                page);
    }

    @Override
    public String about() {
        return null;
    }
}
