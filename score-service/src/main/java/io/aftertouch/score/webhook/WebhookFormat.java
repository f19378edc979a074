package io.aftertouch.score.webhook;

/** How messages are written. */
public enum WebhookFormat {
    /** {@code {type, timestamp, data}}, as Standard Webhooks 1.0 recommends. */
    STANDARD,
    /** {@code {"text": …}}: one sentence and a link, as Slack and other chats take it. */
    SLACK
}
