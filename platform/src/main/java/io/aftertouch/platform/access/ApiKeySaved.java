package io.aftertouch.platform.access;

import java.time.Instant;
import java.util.Base64;
import java.util.Set;

/** A key as it is now, told to all services ({@code api-key.saved}). The hash is base64. */
public record ApiKeySaved(
        String id, String name, String secretHash, Set<String> scopes, Instant expiresAt, Instant revokedAt) {

    public static final String TOPIC = "api-keys";
    public static final String TYPE = "api-key.saved";

    public static ApiKeySaved of(ApiKey key) {
        return new ApiKeySaved(
                key.id(),
                key.name(),
                Base64.getEncoder().encodeToString(key.secretHash()),
                key.scopes(),
                key.expiresAt(),
                key.revokedAt());
    }

    ApiKey key() {
        return new ApiKey(id, name, Base64.getDecoder().decode(secretHash), scopes, expiresAt, revokedAt);
    }
}
