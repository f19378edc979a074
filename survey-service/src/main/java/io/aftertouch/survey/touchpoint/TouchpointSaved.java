package io.aftertouch.survey.touchpoint;

import java.time.Instant;

/** Told to the other services whenever a touchpoint is made or changed: all that they need to know of it. */
record TouchpointSaved(
        String key, String name, String stage, String stageName, int stagePosition, String channel, Instant savedAt) {

    static final String TOPIC = "touchpoints";
    static final String TYPE = "touchpoint.saved";

    static TouchpointSaved of(Touchpoint touchpoint) {
        Stage stage = touchpoint.stage();
        return new TouchpointSaved(
                touchpoint.key(),
                touchpoint.name(),
                stage.key(),
                stage.name(),
                stage.position(),
                touchpoint.channel(),
                touchpoint.changedAt());
    }
}
