package io.aftertouch.score.webhook;

import java.util.UUID;

/** A webhook is no more; nothing of what it was told needs to be kept. */
public record WebhookRemoved(UUID id) {}
