package io.aftertouch.score.webhook;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.aftertouch.score.news.NewsType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A webhook. {@code version} is the number in the ETag.
 *
 * @param touchpoints empty for all
 * @param disabledReason why nothing is posted any more; null while it is not disabled
 * @param previousSecretUntil until when messages are signed with the secret before as well; null when they are not
 * @param secret what messages are signed with; only in the answer that made it
 */
@Schema(name = "Webhook")
@JsonInclude(JsonInclude.Include.ALWAYS)
public record WebhookView(
        UUID id,
        String name,
        String url,
        List<NewsType> types,
        List<String> touchpoints,
        WebhookFormat format,
        WebhookState state,
        String disabledReason,
        Instant disabledAt,
        Instant previousSecretUntil,
        int version,
        String createdBy,
        Instant createdAt,
        Instant changedAt,
        @JsonInclude(JsonInclude.Include.NON_NULL) String secret) {

    static WebhookView of(Webhook webhook, Instant now) {
        return of(webhook, now, null);
    }

    static WebhookView of(Webhook webhook, Instant now, String secret) {
        return new WebhookView(
                webhook.id(),
                webhook.name(),
                webhook.url(),
                List.copyOf(webhook.types()),
                List.copyOf(webhook.touchpoints()),
                webhook.format(),
                webhook.state(),
                webhook.disabledReason().orElse(null),
                webhook.disabledAt().orElse(null),
                webhook.overlapUntil().filter(now::isBefore).orElse(null),
                webhook.version(),
                webhook.createdBy(),
                webhook.createdAt(),
                webhook.changedAt(),
                secret);
    }
}
