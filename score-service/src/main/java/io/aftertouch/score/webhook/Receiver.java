package io.aftertouch.score.webhook;

import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import io.aftertouch.platform.webhook.Reach;
import io.aftertouch.platform.webhook.WebhookSecret;
import io.aftertouch.score.news.News;
import io.aftertouch.score.news.NewsType;

/**
 * A webhook as far as sending to it goes.
 *
 * @param touchpoints those that it is told about; empty for all
 * @param secrets that a message sent now is signed with
 */
public record Receiver(
        UUID id,
        URI url,
        Reach reach,
        WebhookFormat format,
        WebhookState state,
        Set<NewsType> types,
        Set<String> touchpoints,
        List<WebhookSecret> secrets) {

    public boolean wants(News news) {
        return types.contains(news.type())
                && (touchpoints.isEmpty() || news.touchpoint() != null && touchpoints.contains(news.touchpoint()));
    }
}
