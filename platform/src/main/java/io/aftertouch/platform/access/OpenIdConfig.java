package io.aftertouch.platform.access;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Sign-in through an OpenID provider; without an issuer there is none. */
@ConfigMapping(prefix = "aftertouch.oidc")
public interface OpenIdConfig {

    /** The provider's address, under which {@code /.well-known/openid-configuration} is found. */
    Optional<URI> issuer();

    /** What people know the provider as. */
    @WithDefault("OpenID")
    String name();

    /** As what this installation is registered there. */
    @WithDefault("aftertouch")
    String clientId();

    /** What proves to the provider that it is asked by this installation. */
    Optional<String> clientSecret();

    /** Whom tokens must be meant for; this installation's registration unless it is said. */
    Optional<List<String>> audience();

    /** Where in a token the roles stand, {@code realm_access/roles}; without it the usual places are looked at. */
    Optional<List<String>> rolesClaim();

    /** Where in a token the name stands by which colleagues know the person; without it the usual places are looked at. */
    Optional<String> nameClaim();

    /** What the provider is asked for besides {@code openid}. */
    @WithDefault("profile")
    List<String> scopes();

    /** For a role of ours, those of the provider that stand for it; a role that is not listed goes by its own name. */
    Map<String, List<String>> roles();

    /** The roles of ours that somebody has, given those that the provider knows. */
    default Set<String> ours(Set<String> theirs) {
        return Scopes.ROLES.stream()
                .filter(role ->
                        roles().getOrDefault(role, List.of(role)).stream().anyMatch(theirs::contains))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Where pages may send forms besides their own site: the answer to one may lead to the provider. */
    default Optional<String> origin() {
        return issuer().map(uri -> uri.getScheme() + "://" + uri.getAuthority());
    }
}
