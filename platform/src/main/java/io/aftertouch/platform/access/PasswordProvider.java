package io.aftertouch.platform.access;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.elytron.security.common.BcryptUtil;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.UsernamePasswordAuthenticationRequest;
import io.smallrye.mutiny.Uni;

/** Checks the name and password of the sign-in form. An unknown name takes as long as a wrong password. */
@ApplicationScoped
class PasswordProvider implements IdentityProvider<UsernamePasswordAuthenticationRequest> {

    private static final String NOBODY = "$2a$10$N9qo8uLOickgx2ZMRZoMyeIjZAgcfl7p92ldGxad68LJZdL17lhWy";
    private static final int LONGEST_BCRYPT_INPUT = 72;

    private final UsersFile users;

    PasswordProvider(UsersFile users) {
        this.users = users;
    }

    @Override
    public Class<UsernamePasswordAuthenticationRequest> getRequestType() {
        return UsernamePasswordAuthenticationRequest.class;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(
            UsernamePasswordAuthenticationRequest request, AuthenticationRequestContext context) {
        return context.runBlocking(() -> {
            Optional<UsersFile.User> user = users.find(request.getUsername());
            String password = new String(request.getPassword().getPassword());
            boolean right = password.length() <= LONGEST_BCRYPT_INPUT
                    && BcryptUtil.matches(
                            password, user.map(UsersFile.User::bcrypt).orElse(NOBODY));
            return user.filter(known -> right)
                    .map(SignedIn::identity)
                    .orElseThrow(() -> new AuthenticationFailedException("Wrong name or password"));
        });
    }
}
