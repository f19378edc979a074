package io.aftertouch.platform.access;

import java.util.Optional;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.FormAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.HttpSecurityUtils;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;

/** Takes API keys from {@code Authorization: Bearer} or {@code X-Api-Key}. Other bearer tokens are left to the mechanisms behind it. */
@ApplicationScoped
class ApiKeyMechanism implements HttpAuthenticationMechanism {

    private static final int BEFORE_BASIC = 3000;
    private static final String BEARER = "Bearer ";

    private final OpenIdConfig openId;
    private final UsersFile users;
    private final Instance<FormAuthenticationMechanism> form;

    ApiKeyMechanism(OpenIdConfig openId, UsersFile users, Instance<FormAuthenticationMechanism> form) {
        this.openId = openId;
        this.users = users;
        this.form = form;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext request, IdentityProviderManager identities) {
        Optional<String> sent = sentKey(request);
        if (sent.isEmpty()) {
            return Uni.createFrom().nullItem();
        }
        return ApiKeySecret.parse(sent.get())
                .map(key -> identities.authenticate(
                        HttpSecurityUtils.setRoutingContextAttribute(new ApiKeyRequest(key), request)))
                .orElseGet(() ->
                        Uni.createFrom().failure(new AuthenticationFailedException("Not the form of an API key")));
    }

    static Optional<String> sentKey(RoutingContext request) {
        var headers = request.request().headers();
        String authorization = headers.get(HttpHeaderNames.AUTHORIZATION);
        if (authorization != null && authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            String token = authorization.substring(BEARER.length()).trim();
            return token.startsWith("atk_") ? Optional.of(token) : Optional.empty();
        }
        return Optional.ofNullable(headers.get("X-Api-Key"));
    }

    /**
     * The API says 401. Pages are left to the provider's challenge if there is one, else to that of the form; where both are set up, the page of the form
     * asks which.
     */
    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext request) {
        String path = request.request().path();
        if (path.startsWith("/api/")) {
            return Uni.createFrom().item(new ChallengeData(401, HttpHeaderNames.WWW_AUTHENTICATE, "Bearer"));
        }
        boolean choice = openId.issuer().isPresent() && users.isSetUp() && !path.equals(SignInPages.OPEN_ID);
        return choice ? form.get().getChallenge(request) : Uni.createFrom().nullItem();
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return Set.of(ApiKeyRequest.class);
    }

    @Override
    public int getPriority() {
        return BEFORE_BASIC;
    }
}
