package io.aftertouch.platform.webhook;

/**
 * What a receiver answered.
 *
 * @param status of HTTP; redirects are not followed
 * @param body how it begins, its first kB at most
 */
public record WebhookReply(int status, String body) {

    /** Whether the receiver has the message. */
    public boolean isTaken() {
        return status >= 200 && status < 300;
    }
}
