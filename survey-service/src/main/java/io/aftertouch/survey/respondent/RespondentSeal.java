package io.aftertouch.survey.respondent;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Collection;
import java.util.List;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Makes of what a person is known under something by which they are only known again: HMAC-SHA-256 under a secret of the installation.
 * Opt-outs and erasures are remembered in this form (docs/adr: erased and yet remembered).
 */
@Singleton
class RespondentSeal {

    private static final int SHORTEST_KEY = 16;
    private static final String HMAC = "HmacSHA256";

    /** Never used itself: a copy is made for each subject. */
    private final Mac keyed;

    /** @param respondentKey the secret; under another one nobody would be known again, so it never changes */
    RespondentSeal(@ConfigProperty(name = "aftertouch.respondent-key") String respondentKey) {
        if (respondentKey.length() < SHORTEST_KEY) {
            throw new IllegalStateException(
                    "aftertouch.respondent-key must be a secret of at least " + SHORTEST_KEY + " characters");
        }
        keyed = keyed(respondentKey);
    }

    private static Mac keyed(String secret) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), HMAC));
            return mac;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java has HMAC-SHA-256", impossible);
        }
    }

    /** 43 characters of base64url. */
    String sealed(String subject) {
        try {
            Mac mac = (Mac) keyed.clone();
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(mac.doFinal(subject.getBytes(StandardCharsets.UTF_8)));
        } catch (CloneNotSupportedException impossible) {
            throw new IllegalStateException("The HMAC of every Java can be cloned", impossible);
        }
    }

    List<String> sealed(Collection<String> subjects) {
        return subjects.stream().map(this::sealed).toList();
    }
}
