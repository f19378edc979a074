package io.aftertouch.feedback.catalog;

import java.time.Instant;

/** survey-service made, changed or moved a touchpoint. Its place in its stage is missing from what was told before there was one. */
record TouchpointSaved(
        String key,
        String name,
        String stage,
        String stageName,
        int stagePosition,
        Integer position,
        String channel,
        Instant savedAt) {}
