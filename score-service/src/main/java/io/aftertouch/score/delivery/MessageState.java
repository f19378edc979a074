package io.aftertouch.score.delivery;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How far a message is. */
@Schema(name = "WebhookMessageState")
enum MessageState {
    /** To be posted, for the first time or again. */
    WAITING("Waiting"),
    /** Its receiver has taken it. */
    DELIVERED("Delivered"),
    /** Given up after the last try, or when its webhook was disabled. */
    FAILED("Failed");

    private final String words;

    MessageState(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
