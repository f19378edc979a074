package io.aftertouch.platform.outbox;

import java.time.Duration;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How events leave a service. */
@ConfigMapping(prefix = "aftertouch.outbox")
public interface OutboxConfig {

    /** Whether this instance sends what stands in the outbox; one that does not leaves it to the others. */
    @WithDefault("true")
    boolean relay();

    /** Events sent and acknowledged in one go. */
    @WithDefault("500")
    @Min(1)
    @Max(5000)
    int window();

    /** How long the relay sleeps when nobody rings. */
    @WithDefault("PT1S")
    Duration sweep();

    /** Rest after a window, in which the next one fills up: each costs a transaction and a round trip to the broker, however little is in it. */
    @WithDefault("PT0.02S")
    Duration rest();

    /** How long sent events are kept, so that they can be sent again after a loss of the broker's log. */
    @WithDefault("P7D")
    Duration keep();
}
