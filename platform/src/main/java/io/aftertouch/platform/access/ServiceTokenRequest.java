package io.aftertouch.platform.access;

import io.quarkus.security.identity.request.BaseAuthenticationRequest;

/** Asks which service stands behind a token. */
final class ServiceTokenRequest extends BaseAuthenticationRequest {

    private final String token;

    ServiceTokenRequest(String token) {
        this.token = token;
    }

    String token() {
        return token;
    }
}
