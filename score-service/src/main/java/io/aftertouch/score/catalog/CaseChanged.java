package io.aftertouch.score.catalog;

import java.time.Instant;
import java.util.UUID;

/** A review case was opened or took a step. The version counts its steps. */
public record CaseChanged(UUID id, String touchpoint, Boolean open, Instant dueAt, long version) {

    public CaseChanged {
        Announced.require("case", id, touchpoint, open);
    }
}
