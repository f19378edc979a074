package io.aftertouch.score.crm;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** A respondent's reference as a segment of a path: as it is, or as {@code ~} and the base64url of its UTF-8 when a path cannot hold it. */
final class RespondentPath {

    private RespondentPath() {}

    /** The reference that a segment stands for; empty when it cannot be one. */
    static Optional<String> ref(String segment) {
        if (!segment.startsWith("~")) {
            return Optional.of(segment);
        }
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(Base64.getUrlDecoder().decode(segment.substring(1))))
                    .toString());
        } catch (IllegalArgumentException | CharacterCodingException notOurs) {
            return Optional.empty();
        }
    }
}
