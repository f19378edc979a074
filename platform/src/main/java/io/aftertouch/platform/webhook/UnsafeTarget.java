package io.aftertouch.platform.webhook;

/** A webhook leads where it must not lead. The message may be shown to whoever chose the URL; it names no address. */
public final class UnsafeTarget extends RuntimeException {

    UnsafeTarget(String message) {
        super(message);
    }
}
