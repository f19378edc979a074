package io.aftertouch.survey.event;

import java.time.Duration;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Which events are taken. */
@ConfigMapping(prefix = "aftertouch.event")
interface EventConfig {

    /** How far the clocks of source systems may be ahead of ours. */
    @WithDefault("PT5M")
    Duration clockSkew();

    /** How long ago an event may have happened. */
    @WithDefault("P3660D")
    Duration oldest();

    /** How many events that come together are taken in one transaction. */
    @WithDefault("250")
    @Min(1)
    @Max(500)
    int group();
}
