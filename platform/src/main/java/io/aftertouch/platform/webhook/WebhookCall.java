package io.aftertouch.platform.webhook;

import java.net.URI;
import java.time.Duration;

/**
 * One message to a receiver.
 *
 * @param id the same however often the message is sent, so that the receiver can tell a repeat
 * @param body JSON
 * @param patience how long the receiver may take in all
 */
public record WebhookCall(URI url, Reach reach, WebhookSecret secret, String id, byte[] body, Duration patience) {}
