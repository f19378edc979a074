package io.aftertouch.survey.respondentimport;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How respondents are imported. How large a file may be is {@code aftertouch.large-bodies.size}. */
@ConfigMapping(prefix = "aftertouch.respondent-import")
interface ImportConfig {

    /** An import that has not moved for so long was left behind by an instance that is gone. */
    @WithDefault("PT2M")
    Duration abandonedAfter();

    /** How long reports are kept. */
    @WithDefault("P30D")
    Duration keep();
}
