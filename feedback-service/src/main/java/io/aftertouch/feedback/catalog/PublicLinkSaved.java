package io.aftertouch.feedback.catalog;

import java.time.Instant;
import java.util.Map;

/** survey-service made or changed a public link. */
record PublicLinkSaved(
        String code,
        String survey,
        String touchpoint,
        Map<String, String> segments,
        boolean open,
        Instant activeUntil,
        Instant savedAt) {}
