package io.aftertouch.feedback.form;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

import jakarta.enterprise.inject.spi.CDI;

import io.aftertouch.feedback.Company;
import io.aftertouch.feedback.catalog.Catalog;
import io.aftertouch.platform.testing.Contracts;
import io.quarkus.narayana.jta.QuarkusTransaction;

import static org.awaitility.Awaitility.await;

/** Public links as survey-service would announce them, told on the real topic. */
final class PosterLinks {

    private static final String SIGNS = "23456789bcdfghjkmnpqrstvwxyz";
    private static final SecureRandom RANDOM = new SecureRandom();

    private PosterLinks() {}

    /** A link that the form knows of, open and without end. */
    static String open(String survey, String touchpoint) {
        String code = code();
        tell(code, survey, touchpoint, Map.of());
        await().until(() -> QuarkusTransaction.requiringNew().call(() -> CDI.current()
                .select(Catalog.class)
                .get()
                .publicLink(code)
                .isPresent()));
        return code;
    }

    /** @param different what is not as usual with this link */
    static void tell(String code, String survey, String touchpoint, Map<String, Object> different) {
        Map<String, Object> link = new HashMap<>(Company.values(
                "code",
                code,
                "survey",
                survey,
                "touchpoint",
                touchpoint,
                "segments",
                Map.of("store", "aarhus", "country", "DK"),
                "open",
                true,
                "activeUntil",
                null,
                "savedAt",
                Instant.now().toString()));
        link.putAll(different);
        Contracts.assertValid("public-link.saved", Company.json(link));
        Company.tell("public-links", code, "public-link.saved", link);
    }

    static String code() {
        StringBuilder code = new StringBuilder();
        RANDOM.ints(8, 0, SIGNS.length()).forEach(sign -> code.append(SIGNS.charAt(sign)));
        return code.toString();
    }
}
