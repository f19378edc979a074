package io.aftertouch.platform.seal;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Makes of a reference something by which it is only known again: HMAC-SHA-256 under the secret of the installation that survey-service seals with too
 * (docs/adr: erased and yet remembered).
 */
public final class ReferenceSeal {

    private static final int SHORTEST_KEY = 16;
    private static final String HMAC = "HmacSHA256";

    private final SecretKeySpec key;

    /** @param respondentKey the secret; under another one nobody would be known again, so it never changes */
    public ReferenceSeal(String respondentKey) {
        if (respondentKey.length() < SHORTEST_KEY) {
            throw new IllegalStateException(
                    "aftertouch.respondent-key must be a secret of at least " + SHORTEST_KEY + " characters");
        }
        key = new SecretKeySpec(respondentKey.getBytes(StandardCharsets.UTF_8), HMAC);
    }

    /** 43 characters of base64url. */
    public String sealed(String ref) {
        return seal("ref:" + ref);
    }

    /** Shows that the key is the one that others were sealed with. */
    public String proof() {
        return seal("proof");
    }

    private String seal(String subject) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(key);
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(mac.doFinal(subject.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java has HMAC-SHA-256", impossible);
        }
    }
}
