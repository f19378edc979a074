package io.aftertouch.score.report;

import java.util.Optional;

import io.aftertouch.score.catalog.OpenCases.Waiting;
import io.aftertouch.score.catalog.Touchpoint;

/** How a touchpoint does on one scale, and how many cases wait there. Without answers there is no scale and no score. */
public record Standing(Touchpoint touchpoint, Optional<ScoreReport.Group> group, Waiting cases) {

    /** The one bucket of the group. */
    public Optional<ScoreReport.Bucket> bucket() {
        return group.map(one -> one.buckets().getFirst());
    }
}
