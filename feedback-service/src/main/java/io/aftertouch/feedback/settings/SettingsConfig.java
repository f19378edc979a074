package io.aftertouch.feedback.settings;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What holds in the inbox until somebody sets it on its settings pages. */
@ConfigMapping(prefix = "aftertouch.review")
interface SettingsConfig {

    /** How long a case may wait until somebody takes it, counted round the clock. */
    @WithDefault("PT4H")
    Duration dueWithin();
}
