package io.aftertouch.platform.access;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.elytron.security.common.BcryptUtil;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.UsernamePasswordAuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.HttpSecurityUtils;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Checks the name and password of the sign-in form. An unknown name takes as long as a wrong password, and whoever has sent too many wrong ones waits
 * a minute, without being told so: the next one may have been right.
 */
@ApplicationScoped
class PasswordProvider implements IdentityProvider<UsernamePasswordAuthenticationRequest> {

    private static final String NOBODY = "$2a$10$N9qo8uLOickgx2ZMRZoMyeIjZAgcfl7p92ldGxad68LJZdL17lhWy";
    private static final int LONGEST_BCRYPT_INPUT = 72;

    private final UsersFile users;
    private final PerAddress misses;

    /** @param perMinute wrong names and passwords that one address may send in a minute */
    PasswordProvider(UsersFile users, @ConfigProperty(name = "aftertouch.sign-in-misses-per-minute") int perMinute) {
        this.users = users;
        this.misses = new PerAddress(perMinute);
    }

    @Override
    public Class<UsernamePasswordAuthenticationRequest> getRequestType() {
        return UsernamePasswordAuthenticationRequest.class;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(
            UsernamePasswordAuthenticationRequest request, AuthenticationRequestContext context) {
        String address = HttpSecurityUtils.getRoutingContextAttribute(request)
                .request()
                .remoteAddress()
                .hostAddress();
        return context.runBlocking(() -> {
            if (misses.isUsedUp(address)) {
                throw new AuthenticationFailedException("Too many wrong passwords");
            }
            Optional<UsersFile.User> user = users.find(request.getUsername());
            String password = new String(request.getPassword().getPassword());
            boolean right = password.length() <= LONGEST_BCRYPT_INPUT
                    && BcryptUtil.matches(
                            password, user.map(UsersFile.User::bcrypt).orElse(NOBODY));
            return user.filter(known -> right).map(SignedIn::identity).orElseThrow(() -> {
                misses.allowAnother(address);
                return new AuthenticationFailedException("Wrong name or password");
            });
        });
    }
}
