package io.aftertouch.platform.access;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * What a service shows when it asks another of the same installation about something that no person and no API key may: a name and a time, signed
 * under a key that is derived from the session key, which all of them share. It opens {@link Scopes#SERVICES} and nothing else, for five minutes.
 */
@ApplicationScoped
public class ServiceTokens {

    static final String PREFIX = "ats_";

    private static final Duration GOOD_FOR = Duration.ofMinutes(5);
    private static final String ALGORITHM = "HmacSHA256";
    private static final Pattern FORM = Pattern.compile("ats_([a-z-]{1,40})_([0-9]{1,12})_([A-Za-z0-9_-]{43})");

    private final SecretKeySpec key;
    private final Clock clock;

    ServiceTokens(@ConfigProperty(name = "aftertouch.session-key") String sessionKey, Clock clock) {
        this.key = new SecretKeySpec(
                sign(
                        new SecretKeySpec(sessionKey.getBytes(StandardCharsets.UTF_8), ALGORITHM),
                        "questions between services"),
                ALGORITHM);
        this.clock = clock;
    }

    /** @param service who asks, {@code score-service} */
    public String issue(String service) {
        long until = clock.instant().plus(GOOD_FOR).getEpochSecond();
        return PREFIX + service + "_" + until + "_" + proof(service, until);
    }

    /** The service that was given this token; empty when it is none of ours, or no longer good. */
    Optional<String> read(String token) {
        var parts = FORM.matcher(token);
        if (!parts.matches()) {
            return Optional.empty();
        }
        String service = parts.group(1);
        long until = Long.parseLong(parts.group(2));
        boolean ours = MessageDigest.isEqual(
                proof(service, until).getBytes(StandardCharsets.US_ASCII),
                parts.group(3).getBytes(StandardCharsets.US_ASCII));
        return ours && clock.instant().isBefore(Instant.ofEpochSecond(until)) ? Optional.of(service) : Optional.empty();
    }

    private String proof(String service, long until) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(sign(key, service + "_" + until));
    }

    private static byte[] sign(SecretKeySpec key, String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
