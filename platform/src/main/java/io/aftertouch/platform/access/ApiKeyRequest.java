package io.aftertouch.platform.access;

import io.quarkus.security.identity.request.BaseAuthenticationRequest;

/** Asks who stands behind an API key. */
final class ApiKeyRequest extends BaseAuthenticationRequest {

    private final ApiKeySecret key;

    ApiKeyRequest(ApiKeySecret key) {
        this.key = key;
    }

    ApiKeySecret key() {
        return key;
    }
}
