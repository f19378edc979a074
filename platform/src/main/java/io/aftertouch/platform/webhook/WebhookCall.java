package io.aftertouch.platform.webhook;

import java.net.URI;
import java.time.Duration;
import java.util.List;

/**
 * One message to a receiver.
 *
 * @param secrets that it is signed with: the one in force, and those before it that the receiver may still go by
 * @param id the same however often the message is sent, so that the receiver can tell a repeat
 * @param body JSON
 * @param patience how long the receiver may take in all
 */
public record WebhookCall(
        URI url, Reach reach, List<WebhookSecret> secrets, String id, byte[] body, Duration patience) {}
