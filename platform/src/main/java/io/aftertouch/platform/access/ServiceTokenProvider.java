package io.aftertouch.platform.access;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;

/** Turns a good service token into an identity that may do what services ask of each other. */
@ApplicationScoped
class ServiceTokenProvider implements IdentityProvider<ServiceTokenRequest> {

    private final ServiceTokens tokens;

    ServiceTokenProvider(ServiceTokens tokens) {
        this.tokens = tokens;
    }

    @Override
    public Class<ServiceTokenRequest> getRequestType() {
        return ServiceTokenRequest.class;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(ServiceTokenRequest request, AuthenticationRequestContext context) {
        return tokens.read(request.token())
                .<Uni<SecurityIdentity>>map(service -> Uni.createFrom().item(identity(service)))
                .orElseGet(() -> Uni.createFrom().failure(new AuthenticationFailedException("No good service token")));
    }

    private static SecurityIdentity identity(String service) {
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal("service:" + service))
                .addPermissionAsString(Scopes.SERVICES)
                .build();
    }
}
