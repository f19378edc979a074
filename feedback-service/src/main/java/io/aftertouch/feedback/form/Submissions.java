package io.aftertouch.feedback.form;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import jakarta.enterprise.context.ApplicationScoped;

import io.aftertouch.feedback.catalog.SurveyRef;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Gives every showing of the form behind a public link an id of its own, as a token that stands in the form and comes back with the answer: so
 * the same form sent twice is one answer.
 *
 * <p>The token holds what it names and 128 bits of an HMAC-SHA-256 over it, so that nobody can choose an id, or carry it to another link, and no
 * service has to remember whom it showed a form. The key is derived from the installation's session key, which all instances share.
 */
@ApplicationScoped
class Submissions {

    private static final String HMAC = "HmacSHA256";
    private static final String SEPARATOR = "~";
    private static final int NONCE_BYTES = 12;
    private static final int PROOF_BYTES = 16;

    private final SecretKeySpec key;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Submissions(@ConfigProperty(name = "aftertouch.session-key") String sessionKey, Clock clock) {
        this.clock = clock;
        byte[] derived = hmac(
                new SecretKeySpec(sessionKey.getBytes(StandardCharsets.UTF_8), HMAC), "submissions of public links");
        this.key = new SecretKeySpec(derived, HMAC);
    }

    Submission next(String code, SurveyRef survey) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        return new Submission(code, survey, clock.instant(), encoded(nonce));
    }

    /** As it stands in the form and in the address of the thanks. */
    String token(Submission submission) {
        String named = named(submission);
        return named + SEPARATOR + proof(submission.code(), named);
    }

    /** What a token of a link names; empty when it is none of ours for this link. */
    Optional<Submission> read(String code, String token) {
        String[] parts = token == null ? new String[0] : token.split(SEPARATOR, -1);
        if (parts.length != 5) {
            return Optional.empty();
        }
        String named = token.substring(0, token.lastIndexOf(SEPARATOR));
        if (!MessageDigest.isEqual(bytes(proof(code, named)), bytes(parts[4]))) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Submission(
                    code,
                    new SurveyRef(parts[0], Integer.parseInt(parts[1])),
                    Instant.ofEpochSecond(Long.parseLong(parts[2])),
                    parts[3]));
        } catch (NumberFormatException | DateTimeException impossible) {
            throw new IllegalStateException("We made a token that we cannot read", impossible);
        }
    }

    private static String named(Submission submission) {
        return String.join(
                SEPARATOR,
                submission.survey().survey(),
                Integer.toString(submission.survey().version()),
                Long.toString(submission.shownAt().getEpochSecond()),
                submission.nonce());
    }

    private String proof(String code, String named) {
        return encoded(Arrays.copyOf(hmac(key, code + SEPARATOR + named), PROOF_BYTES));
    }

    private static String encoded(byte[] bytes) {
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
