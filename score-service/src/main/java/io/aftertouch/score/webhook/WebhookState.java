package io.aftertouch.score.webhook;

/** Whether a webhook is told anything. */
public enum WebhookState {
    /** Everything that it wants to know is posted at once. */
    ACTIVE,
    /** Somebody holds it up: what it wants to know waits. */
    PAUSED,
    /** Its receiver is gone or failed for too long: nothing waits, nothing is posted, until somebody makes it active again. */
    DISABLED
}
