package io.aftertouch.local.suite;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.random.RandomGenerator;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.aftertouch.embedded.Folders;
import io.aftertouch.embedded.StartFailure;

/**
 * What only this installation knows. Drawn once, at the first start, and kept beside the data that it protects.
 *
 * @param sessionKey seals the cookie of a sign-in, for all services
 * @param tokenKey from it the tokens in the links of invitations are derived
 * @param respondentKey seals what opted-out and erased respondents are known again by
 * @param apiKey has all scopes
 */
record Secrets(
        String surveyDatabase,
        String feedbackDatabase,
        String scoreDatabase,
        String sessionKey,
        String tokenKey,
        String respondentKey,
        String adminPassword,
        String apiKey) {

    static Secrets keptIn(Path file) {
        ObjectMapper json = new ObjectMapper();
        try {
            if (Files.exists(file)) {
                Secrets kept = json.readValue(file.toFile(), Secrets.class);
                Secrets complete = kept.respondentKey() == null ? kept.withRespondentKey(file, json) : kept;
                complete.refuseEmpty(file);
                return complete;
            }
            Secrets secrets = drawn(new SecureRandom());
            Folders.writeSecret(file, json.writeValueAsString(secrets));
            return secrets;
        } catch (IOException e) {
            throw new StartFailure("The secrets of the installation in " + file + " cannot be read or written.", e);
        }
    }

    /** Somebody has been at the file: what is not secret any more is not drawn anew, since it may open what is there. */
    private void refuseEmpty(Path file) {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("surveyDatabase", surveyDatabase);
        all.put("feedbackDatabase", feedbackDatabase);
        all.put("scoreDatabase", scoreDatabase);
        all.put("sessionKey", sessionKey);
        all.put("tokenKey", tokenKey);
        all.put("respondentKey", respondentKey);
        all.put("adminPassword", adminPassword);
        all.put("apiKey", apiKey);
        all.forEach((name, secret) -> {
            if (secret == null || secret.isBlank()) {
                throw new StartFailure("The secret " + name + " in " + file
                        + " is missing or empty: put back what was there, or start with --fresh.");
            }
        });
    }

    /** An installation that was made before there was this key gets one. */
    private Secrets withRespondentKey(Path file, ObjectMapper json) throws IOException {
        Secrets complete = new Secrets(
                surveyDatabase,
                feedbackDatabase,
                scoreDatabase,
                sessionKey,
                tokenKey,
                token(new SecureRandom(), 32),
                adminPassword,
                apiKey);
        Folders.writeSecret(file, json.writeValueAsString(complete));
        return complete;
    }

    static Secrets drawn(RandomGenerator random) {
        return new Secrets(
                token(random, 24),
                token(random, 24),
                token(random, 24),
                token(random, 32),
                token(random, 32),
                token(random, 32),
                password(random),
                "atk_" + letters(random, 12) + "_" + token(random, 32));
    }

    /** Hashes what names people in imported answers. Derived, so that an installation that is older than this has one too. */
    String referenceKey() {
        return derived("aftertouch.reference-key");
    }

    /** From it the secrets of webhooks are derived. Derived itself, for the same reason. */
    String webhookKey() {
        return derived("aftertouch.webhook.key");
    }

    private String derived(String name) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(tokenKey.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            byte[] key = mac.doFinal(name.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(key);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A password that people can read and type: no letter looks like another. */
    static String password(RandomGenerator random) {
        return letters(random, 4) + "-" + letters(random, 4) + "-" + letters(random, 4) + "-" + letters(random, 4);
    }

    private static String letters(RandomGenerator random, int count) {
        String alphabet = "abcdefghjkmnpqrstuvwxyz23456789";
        StringBuilder letters = new StringBuilder();
        for (int i = 0; i < count; i++) {
            letters.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return letters.toString();
    }

    private static String token(RandomGenerator random, int bytes) {
        byte[] token = new byte[bytes];
        random.nextBytes(token);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
    }
}
