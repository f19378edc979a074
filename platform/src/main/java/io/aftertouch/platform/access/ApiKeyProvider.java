package io.aftertouch.platform.access;

import java.time.Clock;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;

/** Turns a valid API key into an identity that has the key's scopes as permissions. */
@ApplicationScoped
class ApiKeyProvider implements IdentityProvider<ApiKeyRequest> {

    private final ApiKeys keys;
    private final Clock clock;

    ApiKeyProvider(ApiKeys keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    @Override
    public Class<ApiKeyRequest> getRequestType() {
        return ApiKeyRequest.class;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(ApiKeyRequest request, AuthenticationRequestContext context) {
        ApiKeySecret sent = request.key();
        return keys.atHand(sent.id())
                .map(known -> Uni.createFrom().item(() -> identity(sent, Optional.of(known))))
                .orElseGet(() -> context.runBlocking(() -> identity(sent, keys.find(sent.id()))));
    }

    private SecurityIdentity identity(ApiKeySecret sent, Optional<ApiKey> found) {
        ApiKey key = found.filter(known -> known.opensWith(sent.hash(), clock.instant()))
                .orElseThrow(() -> new AuthenticationFailedException("No valid API key"));
        var identity =
                QuarkusSecurityIdentity.builder().setPrincipal(new QuarkusPrincipal(Caller.KEY_PREFIX + key.id()));
        Scopes.implied(key.scopes()).forEach(identity::addPermissionAsString);
        return identity.build();
    }
}
