package io.aftertouch.survey.apikey;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import io.aftertouch.platform.access.ApiKeySecret;
import io.quarkus.runtime.StartupEvent;

/** Makes the API key that the installation starts with, so that somebody can make the others. */
@Singleton
class BootstrapKey {

    private final BootstrapConfig config;
    private final ApiKeyIssuing issuing;

    BootstrapKey(BootstrapConfig config, ApiKeyIssuing issuing) {
        this.config = config;
        this.issuing = issuing;
    }

    void ensure(@Observes StartupEvent event) {
        config.apiKey().ifPresent(text -> issuing.ensure(parsed(text), "First key of the installation"));
    }

    private static ApiKeySecret parsed(String text) {
        return ApiKeySecret.parse(text)
                .orElseThrow(() ->
                        new IllegalStateException("aftertouch.bootstrap.api-key must be atk_<id>_<43 characters>"));
    }
}
