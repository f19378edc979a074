package io.aftertouch.survey.touchpoint;

import java.time.Instant;

/** Told to the other services whenever a touchpoint or its stage is made, changed or moved: all that they need to know of it. */
record TouchpointSaved(
        String key,
        String name,
        String stage,
        String stageName,
        int stagePosition,
        int position,
        String channel,
        TouchpointState state,
        Instant savedAt) {

    static final String TOPIC = "touchpoints";
    static final String TYPE = "touchpoint.saved";

    /** @param now later than whatever was told of it before */
    static TouchpointSaved of(Touchpoint touchpoint, Instant now) {
        Stage stage = touchpoint.stage();
        return new TouchpointSaved(
                touchpoint.key(),
                touchpoint.name(),
                stage.key(),
                stage.name(),
                stage.position(),
                touchpoint.position(),
                touchpoint.channel(),
                touchpoint.state(),
                now);
    }
}
