package io.aftertouch.platform.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The secret that sender and receiver of a webhook share: {@code whsec_} and 24 to 64 bytes in base64 (Standard Webhooks 1.0). */
public final class WebhookSecret {

    private static final String PREFIX = "whsec_";
    private static final String HMAC = "HmacSHA256";
    private static final int SHORTEST = 24;
    private static final int LONGEST = 64;

    private final byte[] key;

    private WebhookSecret(byte[] key) {
        this.key = key;
    }

    /** @throws IllegalArgumentException when it is not one; the message does not repeat it */
    public static WebhookSecret of(String written) {
        if (!written.startsWith(PREFIX)) {
            throw new IllegalArgumentException("A webhook secret starts with " + PREFIX);
        }
        byte[] key;
        try {
            key = Base64.getDecoder().decode(written.substring(PREFIX.length()));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("A webhook secret is base64 after " + PREFIX);
        }
        if (key.length < SHORTEST || key.length > LONGEST) {
            throw new IllegalArgumentException("A webhook secret has " + SHORTEST + " to " + LONGEST + " bytes");
        }
        return new WebhookSecret(key);
    }

    /** A new one, as it is shown once to whoever receives the webhook. */
    public static String make(SecureRandom random) {
        byte[] key = new byte[32];
        random.nextBytes(key);
        return written(key);
    }

    /** As a secret is shown. */
    public static String written(byte[] key) {
        return PREFIX + Base64.getEncoder().encodeToString(key);
    }

    /** The header {@code webhook-signature}: {@code v1,} and the signature of id, time and body. */
    public String sign(String id, Instant at, byte[] body) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(key, HMAC));
            mac.update((id + "." + at.getEpochSecond() + ".").getBytes(StandardCharsets.UTF_8));
            return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java has HMAC-SHA-256", impossible);
        }
    }
}
