package io.aftertouch.platform.testing;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.Set;

import jakarta.enterprise.inject.spi.CDI;

import io.aftertouch.platform.access.ApiKey;
import io.aftertouch.platform.access.ApiKeySecret;
import io.aftertouch.platform.access.ApiKeys;
import io.aftertouch.platform.access.Scopes;
import io.aftertouch.platform.access.ServiceTokens;

/** API keys for tests, stored in the service under test as real ones are. What comes back is sent as {@code Authorization: Bearer}. */
public final class TestKeys {

    private TestKeys() {}

    public static String allScopes() {
        return withScopes(Scopes.ALL.toArray(String[]::new));
    }

    public static String withScopes(String... scopes) {
        return save(Set.of(scopes), null, null);
    }

    public static String expired() {
        return save(Scopes.ALL, Instant.now().minusSeconds(60), null);
    }

    public static String revoked() {
        return save(Scopes.ALL, null, Instant.now().minusSeconds(60));
    }

    /** What a service shows to another one; good for five minutes. */
    public static String ofService() {
        return CDI.current().select(ServiceTokens.class).get().issue("test-service");
    }

    private static String save(Set<String> scopes, Instant expiresAt, Instant revokedAt) {
        ApiKeySecret secret = ApiKeySecret.random(new SecureRandom());
        CDI.current()
                .select(ApiKeys.class)
                .get()
                .save(new ApiKey(secret.id(), "test " + secret.id(), secret.hash(), scopes, expiresAt, revokedAt));
        return secret.text();
    }
}
