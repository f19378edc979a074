package io.aftertouch.survey.touchpoint;

import java.time.Instant;

/** A touchpoint; position 1 comes first in its stage. {@code version} is the number in the ETag. */
record TouchpointView(
        String key,
        String name,
        String stage,
        int position,
        String channel,
        TouchpointState state,
        int version,
        Instant createdAt,
        Instant changedAt) {

    static TouchpointView of(Touchpoint touchpoint) {
        return new TouchpointView(
                touchpoint.key(),
                touchpoint.name(),
                touchpoint.stage().key(),
                touchpoint.position(),
                touchpoint.channel(),
                touchpoint.state(),
                touchpoint.version(),
                touchpoint.createdAt(),
                touchpoint.changedAt());
    }
}
