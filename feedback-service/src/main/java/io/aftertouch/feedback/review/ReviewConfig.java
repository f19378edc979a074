package io.aftertouch.feedback.review;

import java.time.Duration;
import java.util.Set;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Which answers a support team has to look at, and how soon. */
@ConfigMapping(prefix = "aftertouch.review")
interface ReviewConfig {

    /** How long a case may wait until somebody takes it. */
    @WithDefault("PT4H")
    Duration dueWithin();

    /** Whole words in a comment that bring an answer to the team whatever its score. */
    @WithDefault("lawyer,solicitor,police,advokat,politi,polisen,anwalt,rechtsanwalt,polizei,gdpr")
    Set<String> alarmingWords();
}
