package io.aftertouch.platform.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/** A key as it is sent: {@code atk_<id>_<43 characters>}, the last part 256 random bits in base64url. */
public record ApiKeySecret(String id, String secret) {

    private static final Pattern FORM = Pattern.compile("atk_([a-z0-9]{4,32})_([A-Za-z0-9_-]{43})");
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789";
    private static final int ID_LENGTH = 12;

    public static Optional<ApiKeySecret> parse(String text) {
        var matcher = FORM.matcher(text);
        return matcher.matches() ? Optional.of(new ApiKeySecret(matcher.group(1), matcher.group(2))) : Optional.empty();
    }

    public static ApiKeySecret random(SecureRandom random) {
        byte[] bits = new byte[32];
        random.nextBytes(bits);
        var id = new StringBuilder();
        random.ints(ID_LENGTH, 0, LETTERS.length()).forEach(i -> id.append(LETTERS.charAt(i)));
        return new ApiKeySecret(
                id.toString(), Base64.getUrlEncoder().withoutPadding().encodeToString(bits));
    }

    /** What is stored. */
    public byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What the caller sends. */
    public String text() {
        return "atk_" + id + "_" + secret;
    }

    @Override
    public String toString() {
        return "atk_" + id + "_…";
    }
}
