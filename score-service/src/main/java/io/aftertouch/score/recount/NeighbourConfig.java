package io.aftertouch.score.recount;

import java.net.URI;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Where the other services are asked. */
@ConfigMapping(prefix = "aftertouch.neighbours")
interface NeighbourConfig {

    /** feedback-service, which has the answers. */
    @WithDefault("http://localhost:8082")
    URI feedback();
}
