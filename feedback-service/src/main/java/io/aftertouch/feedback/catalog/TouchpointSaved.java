package io.aftertouch.feedback.catalog;

import java.time.Instant;

/** survey-service made or changed a touchpoint. */
record TouchpointSaved(
        String key, String name, String stage, String stageName, int stagePosition, String channel, Instant savedAt) {}
