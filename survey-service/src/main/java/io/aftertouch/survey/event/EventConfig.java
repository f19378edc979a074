package io.aftertouch.survey.event;

import java.time.Duration;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;

import io.aftertouch.platform.edit.Shapes;
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

    /** Whether an event of a touchpoint that nobody made makes it; else such an event is refused. */
    @WithDefault("false")
    boolean autoCreateTouchpoints();

    /** The stage of touchpoints that events make; when there is none of this name, the first of the journey. */
    @WithDefault("post-purchase")
    String autoCreateStage();

    /** The channel of touchpoints that events make. */
    @WithDefault("web")
    @Pattern(regexp = Shapes.KEY, message = Shapes.KEY_MESSAGE)
    String autoCreateChannel();

    /** How many events that come together are taken in one transaction. */
    @WithDefault("250")
    @Min(1)
    @Max(500)
    int group();

    /** How many events that came alone may wait to be taken; more are turned away with 503. */
    @WithDefault("2000")
    @Min(1)
    @Max(100_000)
    int waiting();

    /** Threads that take events that came alone, each with a database connection of its own. */
    @WithDefault("2")
    @Min(1)
    @Max(8)
    int takers();
}
