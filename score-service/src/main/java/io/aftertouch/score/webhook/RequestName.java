package io.aftertouch.score.webhook;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * A request by who sends it and its {@code Idempotency-Key}. A webhook remembers the request that made it, since the answer, which holds a secret,
 * is not kept: a repeat finds the webhook and shows the same secret.
 */
record RequestName(String caller, String key) {

    byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256").digest((caller + "\n" + key).getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
    }
}
