package io.aftertouch.score.delivery;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What one attempt came to. */
@Schema(name = "WebhookOutcome")
enum Outcome {
    /** 2xx. */
    TAKEN("Taken"),
    /** Any other status; a redirect is one, and is not followed. */
    REFUSED("Refused"),
    /** 410: it wants nothing any more. */
    GONE("Gone for good"),
    /** Nothing came in time, or there was no connection. */
    NO_ANSWER("No answer"),
    /** The URL leads where no webhook may lead, so nothing was sent. */
    UNSAFE("Not sent");

    private final String words;

    Outcome(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
