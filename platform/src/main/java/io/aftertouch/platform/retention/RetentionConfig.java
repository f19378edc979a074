package io.aftertouch.platform.retention;

import java.time.Duration;
import java.time.Period;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How long data about people is kept, as far as all services have it; their own kinds stand in their own configuration. */
@ConfigMapping(prefix = "aftertouch.retention")
public interface RetentionConfig {

    /** How often each kind is gone through. */
    @WithDefault("PT1H")
    Duration every();

    /** How often an instance looks whether a kind is due; {@code off} leaves it to others. */
    @WithDefault("1m")
    String look();

    /** How long messages are kept that could not be applied. */
    @WithDefault("P90D")
    Period parkedMessages();
}
