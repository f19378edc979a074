package io.aftertouch.platform.event;

import java.time.Duration;
import java.util.Map;

import jakarta.validation.constraints.Min;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithParentName;

/** The topics that this service writes, by their logical name; they are created when absent, with the broker's own number of copies. */
@ConfigMapping(prefix = "aftertouch.outbox.topics")
public interface TopicsConfig {

    @WithParentName
    Map<String, Topic> topics();

    /** One topic. */
    interface Topic {

        /** How many partitions, that is how many consumers can share the work. */
        @WithDefault("6")
        @Min(1)
        int partitions();

        /** True keeps the last event of each key for good: the topic carries state. */
        @WithDefault("false")
        boolean compacted();

        /** How long the broker keeps events of a topic that is not compacted: what was said of people goes with it. */
        @WithDefault("P7D")
        Duration keep();
    }
}
