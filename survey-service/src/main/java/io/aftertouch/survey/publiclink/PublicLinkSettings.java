package io.aftertouch.survey.publiclink;

import java.time.Instant;
import java.util.Map;

/**
 * What can be changed of a public link.
 *
 * @param segments what every answer through it is counted under
 * @param name null when it has none
 * @param activeUntil null when it has no end
 */
record PublicLinkSettings(
        String survey, Map<String, String> segments, String name, PublicLinkState state, Instant activeUntil) {}
