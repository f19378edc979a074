package io.aftertouch.feedback.review;

import java.util.Set;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Which answers a support team has to look at, and how soon. */
@ConfigMapping(prefix = "aftertouch.review")
interface ReviewConfig {

    /** Whole words in a comment that bring an answer to the team whatever its score. */
    @WithDefault("lawyer,solicitor,police,advokat,politi,polisen,anwalt,rechtsanwalt,polizei,gdpr")
    Set<String> alarmingWords();
}
