package io.aftertouch.feedback.history;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Turns what names a person elsewhere into a reference that names nobody, the same each time. */
@ApplicationScoped
class ReferenceKey {

    private static final String HMAC = "HmacSHA256";
    private static final int SHORTEST_KEY = 16;

    private final Optional<SecretKeySpec> key;

    /** @param secret the installation's; without one, references cannot be hashed */
    ReferenceKey(@ConfigProperty(name = "aftertouch.reference-key") Optional<String> secret) {
        key = secret.map(ReferenceKey::key);
    }

    private static SecretKeySpec key(String secret) {
        if (secret.length() < SHORTEST_KEY) {
            throw new IllegalStateException(
                    "aftertouch.reference-key must be a secret of at least " + SHORTEST_KEY + " characters");
        }
        return new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), HMAC);
    }

    boolean isThere() {
        return key.isPresent();
    }

    /** Case and blanks around it do not matter, as with e-mail addresses. */
    String hash(String person) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(key.orElseThrow());
            byte[] hash = mac.doFinal(person.strip().toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8));
            return "h-"
                    + Base64.getUrlEncoder()
                            .withoutPadding()
                            .encodeToString(hash)
                            .substring(0, 32);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
