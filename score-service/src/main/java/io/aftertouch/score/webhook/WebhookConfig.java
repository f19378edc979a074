package io.aftertouch.score.webhook;

import java.util.Optional;
import java.util.Set;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Webhooks, as far as the operator has a say. */
@ConfigMapping(prefix = "aftertouch.webhook")
interface WebhookConfig {

    /** From it the secrets are derived that messages are signed with: a secret of the installation, at least 16 characters. */
    String key();

    /**
     * Hosts that webhooks may lead to although they are in one's own network or speak no TLS: {@code localhost} with any port, or
     * {@code crm.internal:8443} with this one. For development on one machine and for receivers that the operator vouches for.
     */
    Optional<Set<String>> allowedHosts();

    /** How many there can be. */
    @WithDefault("50")
    @Min(1)
    @Max(500)
    int most();
}
