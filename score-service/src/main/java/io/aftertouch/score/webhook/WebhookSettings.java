package io.aftertouch.score.webhook;

import java.util.EnumSet;
import java.util.Set;
import java.util.SortedSet;

import io.aftertouch.score.news.NewsType;

/**
 * All that people decide about a webhook.
 *
 * @param name what colleagues call it
 * @param types what it is told of
 * @param touchpoints the keys of those that it is told about; empty for all
 */
record WebhookSettings(
        String name,
        String url,
        Set<NewsType> types,
        SortedSet<String> touchpoints,
        WebhookFormat format,
        WebhookState state) {

    WebhookSettings {
        types = EnumSet.copyOf(types);
    }
}
