package io.aftertouch.survey.privacy;

import java.net.URI;
import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Where the other services are asked what they keep about a respondent. */
@ConfigMapping(prefix = "aftertouch.neighbours")
interface NeighbourConfig {

    /** feedback-service. */
    @WithDefault("http://localhost:8082")
    URI feedback();

    /** score-service. */
    @WithDefault("http://localhost:8083")
    URI score();

    /** How long one of them may take to answer. */
    @WithDefault("PT10S")
    Duration patience();
}
