package io.aftertouch.platform.access;

import java.security.MessageDigest;
import java.time.Instant;
import java.util.Set;

/**
 * The credential of a machine.
 *
 * @param secretHash SHA-256 of the secret part; the secret itself is stored nowhere
 * @param expiresAt null for never
 * @param revokedAt null while it is valid
 */
public record ApiKey(
        String id, String name, byte[] secretHash, Set<String> scopes, Instant expiresAt, Instant revokedAt) {

    boolean opensWith(byte[] hash, Instant now) {
        return MessageDigest.isEqual(secretHash, hash)
                && revokedAt == null
                && (expiresAt == null || now.isBefore(expiresAt));
    }
}
