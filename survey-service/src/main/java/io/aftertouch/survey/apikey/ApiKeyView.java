package io.aftertouch.survey.apikey;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An API key. The key itself is shown once, when it is made.
 *
 * @param key only in the answer that made it
 * @param lastUsedAt at most a minute old while the key is in use
 */
@Schema(name = "ApiKey")
@JsonInclude(JsonInclude.Include.ALWAYS)
record ApiKeyView(
        String id,
        String name,
        List<String> scopes,
        Instant createdAt,
        Instant expiresAt,
        Instant revokedAt,
        Instant lastUsedAt,
        @JsonInclude(JsonInclude.Include.NON_NULL) String key) {

    static ApiKeyView of(IssuedKey key) {
        return of(key, null);
    }

    static ApiKeyView of(IssuedKey key, String secret) {
        return new ApiKeyView(
                key.id(),
                key.name(),
                key.scopes(),
                key.createdAt(),
                key.expiresAt().orElse(null),
                key.revokedAt().orElse(null),
                key.lastUsedAt().orElse(null),
                secret);
    }
}
