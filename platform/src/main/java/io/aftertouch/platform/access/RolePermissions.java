package io.aftertouch.platform.access;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;

/** Gives people the permissions of their roles, wherever the roles come from. */
@ApplicationScoped
class RolePermissions implements SecurityIdentityAugmentor {

    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        if (identity.getRoles().isEmpty()) {
            return Uni.createFrom().item(identity);
        }
        var augmented = QuarkusSecurityIdentity.builder(identity);
        identity.getRoles().forEach(role -> Scopes.ofRole(role).forEach(augmented::addPermissionAsString));
        return Uni.createFrom().item(augmented.build());
    }
}
