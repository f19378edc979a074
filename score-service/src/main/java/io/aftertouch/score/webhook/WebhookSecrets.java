package io.aftertouch.score.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.UUID;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import jakarta.inject.Singleton;

import io.aftertouch.platform.webhook.WebhookSecret;
import io.quarkus.runtime.Startup;

/** Derives the secrets of webhooks from the installation's key, so that none of them is stored. */
@Startup
@Singleton
class WebhookSecrets {

    private static final String HMAC = "HmacSHA256";
    private static final int SHORTEST_KEY = 16;

    private final SecretKeySpec key;

    /** @throws IllegalStateException when the key is missing or too short to be a secret */
    WebhookSecrets(WebhookConfig config) {
        if (config.key().length() < SHORTEST_KEY) {
            throw new IllegalStateException(
                    "aftertouch.webhook.key must be a secret of at least " + SHORTEST_KEY + " characters");
        }
        this.key = new SecretKeySpec(config.key().getBytes(StandardCharsets.UTF_8), HMAC);
    }

    /** As it is shown once: {@code whsec_…}. */
    String written(UUID webhook, int number) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(key);
            return WebhookSecret.written(
                    mac.doFinal(("webhook " + webhook + " " + number).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java has HMAC-SHA-256", impossible);
        }
    }
}
