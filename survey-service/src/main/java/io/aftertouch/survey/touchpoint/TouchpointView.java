package io.aftertouch.survey.touchpoint;

import java.time.Instant;

/** A touchpoint. {@code version} is the number in the ETag. */
record TouchpointView(
        String key, String name, String stage, String channel, int version, Instant createdAt, Instant changedAt) {

    static TouchpointView of(Touchpoint touchpoint) {
        return new TouchpointView(
                touchpoint.key(),
                touchpoint.name(),
                touchpoint.stage().key(),
                touchpoint.channel(),
                touchpoint.version(),
                touchpoint.createdAt(),
                touchpoint.changedAt());
    }
}
