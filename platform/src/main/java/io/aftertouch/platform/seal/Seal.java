package io.aftertouch.platform.seal;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Proves of what stands in a page that it comes from us: 128 bits of an HMAC-SHA-256. The key is derived from the installation's session key, which all
 * instances share, and is another one for each purpose.
 */
public final class Seal {

    private static final String HMAC = "HmacSHA256";
    private static final int PROOF_BYTES = 16;

    private final SecretKeySpec key;

    private Seal(SecretKeySpec key) {
        this.key = key;
    }

    public static Seal of(String sessionKey, String purpose) {
        byte[] derived = hmac(new SecretKeySpec(sessionKey.getBytes(StandardCharsets.UTF_8), HMAC), purpose);
        return new Seal(new SecretKeySpec(derived, HMAC));
    }

    /** In letters that can stand in an address. */
    public String proof(String text) {
        return encoded(Arrays.copyOf(hmac(key, text), PROOF_BYTES));
    }

    public boolean proves(String proof, String text) {
        return MessageDigest.isEqual(bytes(proof(text)), bytes(proof));
    }

    public static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] hmac(SecretKeySpec key, String message) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(key);
            return mac.doFinal(bytes(message));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java has HMAC-SHA-256", impossible);
        }
    }
}
