package io.aftertouch.score.catalog;

import java.time.Instant;

/** Somebody made or changed a touchpoint. */
public record TouchpointSaved(
        String key,
        String name,
        String stage,
        String stageName,
        Integer stagePosition,
        String channel,
        Instant savedAt) {

    public TouchpointSaved {
        Announced.require("touchpoint.saved", key, name, savedAt);
    }
}
