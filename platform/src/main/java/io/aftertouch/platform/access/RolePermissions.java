package io.aftertouch.platform.access;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Gives people the permissions of their roles, wherever the roles come from. */
@ApplicationScoped
class RolePermissions implements SecurityIdentityAugmentor {

    private static final String SCOPE_CLAIM = "scope";

    private final OpenIdConfig openId;

    RolePermissions(OpenIdConfig openId) {
        this.openId = openId;
    }

    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        SecurityIdentity known =
                identity.getPrincipal() instanceof JsonWebToken token ? fromProvider(identity, token) : identity;
        if (known.getRoles().isEmpty()) {
            return Uni.createFrom().item(known);
        }
        var augmented = QuarkusSecurityIdentity.builder(known);
        known.getRoles().forEach(role -> Scopes.ofRole(role).forEach(augmented::addPermissionAsString));
        return Uni.createFrom().item(augmented.build());
    }

    /** What a provider says counts as far as it is a role or a scope of ours; whatever else it says allows nothing. */
    private SecurityIdentity fromProvider(SecurityIdentity identity, JsonWebToken token) {
        var ours = QuarkusSecurityIdentity.builder()
                .setPrincipal(identity.getPrincipal())
                .addCredentials(identity.getCredentials())
                .addAttributes(identity.getAttributes())
                .addRoles(openId.ours(identity.getRoles()));
        scopes(token).forEach(ours::addPermissionAsString);
        return ours.build();
    }

    private static Set<String> scopes(JsonWebToken token) {
        return Scopes.implied(token.<String>claim(SCOPE_CLAIM).stream()
                .flatMap(scopes -> Stream.of(scopes.split(" ")))
                .collect(Collectors.toSet()));
    }
}
