package io.aftertouch.survey.publiclink;

import java.net.URI;
import java.time.Instant;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * A public link. {@code version} is the number in the ETag.
 *
 * @param url where it leads, to be printed or put behind a QR code
 * @param name null when it has none
 * @param activeUntil null when it has no end
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record PublicLinkView(
        String code,
        URI url,
        String name,
        String survey,
        String touchpoint,
        Map<String, String> segments,
        PublicLinkState state,
        Instant activeUntil,
        int version,
        String createdBy,
        Instant createdAt,
        Instant changedAt) {

    static PublicLinkView of(PublicLink link, URI url) {
        return new PublicLinkView(
                link.code(),
                url,
                link.name().orElse(null),
                link.survey(),
                link.touchpoint(),
                link.segments(),
                link.state(),
                link.activeUntil().orElse(null),
                link.version(),
                link.createdBy(),
                link.createdAt(),
                link.changedAt());
    }
}
