package io.aftertouch.survey.invitation;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import jakarta.inject.Singleton;

import io.quarkus.runtime.Startup;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Makes the tokens of invitations: the first 128 bits of HMAC-SHA-256 of the invitation's id under a secret of the installation. So a token
 * can be made again when the e-mail is written, and yet the database holds only its SHA-256 (docs/adr: tokens are derived).
 */
@Startup
@Singleton
class InvitationTokens {

    private static final int SHORTEST_KEY = 16;
    private static final String HMAC = "HmacSHA256";

    private final SecretKeySpec key;

    /** @param tokenKey the secret; whoever changes it makes the links of invitations that are not sent yet unusable */
    InvitationTokens(@ConfigProperty(name = "aftertouch.token-key") String tokenKey) {
        if (tokenKey.length() < SHORTEST_KEY) {
            throw new IllegalStateException(
                    "aftertouch.token-key must be a secret of at least " + SHORTEST_KEY + " characters");
        }
        key = new SecretKeySpec(tokenKey.getBytes(StandardCharsets.UTF_8), HMAC);
    }

    /** 22 characters of base64url. */
    String token(UUID invitation) {
        byte[] id = ByteBuffer.allocate(16)
                .putLong(invitation.getMostSignificantBits())
                .putLong(invitation.getLeastSignificantBits())
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hmac(id), 16));
    }

    /** What is stored and told of a token. */
    byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
    }

    private byte[] hmac(byte[] message) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(key);
            return mac.doFinal(message);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java has HMAC-SHA-256", impossible);
        }
    }
}
