package io.aftertouch.platform.access;

import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.HttpSecurityUtils;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;

/** Takes tokens of services from {@code Authorization: Bearer}. Everything else is left to the mechanisms behind it. */
@ApplicationScoped
class ServiceTokenMechanism implements HttpAuthenticationMechanism {

    private static final int BEFORE_API_KEYS = 3100;
    private static final String BEARER = "Bearer " + ServiceTokens.PREFIX;

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext request, IdentityProviderManager identities) {
        String authorization = request.request().getHeader(HttpHeaderNames.AUTHORIZATION);
        if (authorization == null || !authorization.startsWith(BEARER)) {
            return Uni.createFrom().nullItem();
        }
        String token = authorization.substring(BEARER.length() - ServiceTokens.PREFIX.length());
        return identities.authenticate(
                HttpSecurityUtils.setRoutingContextAttribute(new ServiceTokenRequest(token), request));
    }

    /** Whoever has no token is told how people and keys come in. */
    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext request) {
        return Uni.createFrom().nullItem();
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return Set.of(ServiceTokenRequest.class);
    }

    @Override
    public int getPriority() {
        return BEFORE_API_KEYS;
    }
}
