package io.aftertouch.platform.page;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.stream.Collectors;

/** What a page may load. Nothing inline, nothing from elsewhere. */
public final class ContentSecurityPolicy {

    public static final String HEADER = "Content-Security-Policy";

    public static final String STRICT =
            "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; connect-src 'self';"
                    + " form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

    private ContentSecurityPolicy() {}

    /**
     * The source of one inline style or script.
     *
     * @param text exactly what stands between the tags
     */
    public static String inline(String text) {
        return "'sha256-" + sha256(text) + "'";
    }

    /**
     * The policy of a page that brings its style inline and has no script.
     *
     * @param css the exact text between the style tags
     */
    public static String withInlineStyle(String css) {
        return "default-src 'none'; style-src " + inline(css)
                + "; img-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";
    }

    /**
     * The same policy with other sources for one directive.
     *
     * @param directive named in the policy already or not
     */
    public static String with(String policy, String directive, String sources) {
        String others = Arrays.stream(policy.split("; *"))
                .filter(part -> !part.startsWith(directive + " "))
                .collect(Collectors.joining("; "));
        return others + "; " + directive + " " + sources;
    }

    private static String sha256(String text) {
        try {
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
