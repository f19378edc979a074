package io.aftertouch.platform.inbox;

/** A message that no repetition will make readable. */
public final class UnreadableEvent extends RuntimeException {

    public UnreadableEvent(String reason) {
        super(reason);
    }
}
