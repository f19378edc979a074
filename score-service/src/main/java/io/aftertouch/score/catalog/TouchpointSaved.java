package io.aftertouch.score.catalog;

import java.time.Instant;

/** Somebody made, changed or moved a touchpoint or its stage. Position and state are missing from what was told before there were any. */
public record TouchpointSaved(
        String key,
        String name,
        String stage,
        String stageName,
        Integer stagePosition,
        Integer position,
        String channel,
        String state,
        Instant savedAt) {

    public TouchpointSaved {
        Announced.require("touchpoint.saved", key, name, savedAt);
    }

    boolean retired() {
        return "RETIRED".equals(state);
    }
}
