package io.aftertouch.survey.respondent;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import io.aftertouch.platform.edit.Shapes;

/**
 * A respondent's reference as one segment of a path. References are the source systems' own and may hold anything printable, while a path with an
 * encoded slash, backslash, dot, semicolon or percent sign is refused as suspicious. Whatever is not plain is written as {@code ~} and the
 * base64url of its UTF-8; every reference may be.
 */
public final class RespondentPath {

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9+][A-Za-z0-9._@:+-]{0,127}");
    private static final Pattern REFERENCE = Pattern.compile(Shapes.LINE);
    private static final int LONGEST = 128;

    /** Names of other things under the same paths. */
    private static final Set<String> TAKEN = Set.of("imports", "erasures");

    private RespondentPath() {}

    /** The reference as a segment; it needs no further encoding. */
    public static String segment(String ref) {
        return PLAIN.matcher(ref).matches() && !TAKEN.contains(ref)
                ? ref
                : "~" + Base64.getUrlEncoder().withoutPadding().encodeToString(ref.getBytes(StandardCharsets.UTF_8));
    }

    /** The reference that a segment stands for; empty when it cannot be one. */
    public static Optional<String> ref(String segment) {
        return (segment.startsWith("~") ? decoded(segment.substring(1)) : Optional.of(segment))
                .filter(ref -> ref.length() <= LONGEST && REFERENCE.matcher(ref).matches());
    }

    private static Optional<String> decoded(String base64) {
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(Base64.getUrlDecoder().decode(base64)))
                    .toString());
        } catch (IllegalArgumentException | CharacterCodingException notOurs) {
            return Optional.empty();
        }
    }
}
