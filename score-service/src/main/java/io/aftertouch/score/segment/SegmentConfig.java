package io.aftertouch.score.segment;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How finely answers are told apart by segment. */
@ConfigMapping(prefix = "aftertouch.segment")
interface SegmentConfig {

    /** So many values of one dimension are counted by themselves; those met later are counted as {@code other}. */
    @WithDefault("200")
    @Min(1)
    @Max(10_000)
    int valuesPerDimension();
}
