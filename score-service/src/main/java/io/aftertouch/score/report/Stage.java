package io.aftertouch.score.report;

import io.aftertouch.score.catalog.Touchpoint;

/** A stage of the journey; key and name are null for touchpoints whose stage is not known yet. */
public record Stage(String key, String name) {

    static Stage of(Touchpoint touchpoint) {
        return new Stage(
                touchpoint.stage(), touchpoint.stageName() == null ? touchpoint.stage() : touchpoint.stageName());
    }
}
