package io.aftertouch.feedback.response;

/** A request that may come twice: whose key it is, the key, and the SHA-256 of what was sent under it. */
record IdempotentRequest(String caller, String key, byte[] hash) {

    boolean sharesKeyWith(IdempotentRequest other) {
        return caller.equals(other.caller) && key.equals(other.key);
    }
}
