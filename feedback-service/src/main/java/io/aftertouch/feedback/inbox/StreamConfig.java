package io.aftertouch.feedback.inbox;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How the live inbox keeps its connections. */
@ConfigMapping(prefix = "aftertouch.inbox-stream")
interface StreamConfig {

    /** How often a connection on which nothing happens shows that it is alive; shorter than what any proxy in between waits. */
    @WithDefault("PT15S")
    Duration heartbeat();

    /** After how long a connection ends, so that whoever may no longer listen does not; browsers come back by themselves. */
    @WithDefault("PT10M")
    Duration lifetime();
}
