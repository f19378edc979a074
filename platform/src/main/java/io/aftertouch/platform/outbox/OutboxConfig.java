package io.aftertouch.platform.outbox;

import java.time.Duration;
import java.util.Map;

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

    /** Rest after a full window, which lets the next one fill up when there is much to do. */
    @WithDefault("PT0.02S")
    Duration rest();

    /** How long sent events are kept, so that they can be sent again after a loss of the broker's log. */
    @WithDefault("P7D")
    Duration keep();

    /** The topics that this service writes, by their logical name; they are created when absent. */
    Map<String, TopicConfig> topics();

    /** Copies of each partition; 0 leaves it to the broker's default. */
    @WithDefault("0")
    @Min(0)
    short replication();

    /** One topic. */
    interface TopicConfig {

        /** How many partitions, that is how many consumers can share the work. */
        @WithDefault("6")
        @Min(1)
        int partitions();

        /** True keeps the last event of each key for good: the topic carries state. */
        @WithDefault("false")
        boolean compacted();
    }
}
