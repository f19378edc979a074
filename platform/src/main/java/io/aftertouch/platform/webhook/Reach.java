package io.aftertouch.platform.webhook;

/** Where a webhook may lead. */
public enum Reach {
    /** Public addresses over https, and nothing else: whoever chose the URL must not reach our own network through us. */
    PUBLIC,
    /** Any address, also by plain http: for receivers inside one's own network, named by the operator. */
    ANYWHERE
}
