package io.aftertouch.survey.publiclink;

import java.time.Instant;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * Told to the other services whenever a public link is made or changed, or opens or closes because its survey or touchpoint does.
 *
 * @param open whether it takes answers, its end apart
 * @param activeUntil null when it has no end
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record PublicLinkSaved(
        String code,
        String survey,
        String touchpoint,
        Map<String, String> segments,
        boolean open,
        Instant activeUntil,
        Instant savedAt) {

    static final String TOPIC = "public-links";
    static final String TYPE = "public-link.saved";
}
