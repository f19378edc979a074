package io.aftertouch.score.recount;

import java.time.Duration;

import jakarta.validation.constraints.Min;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How the tallies are held against the answers. */
@ConfigMapping(prefix = "aftertouch.recount")
interface RecountConfig {

    /** How long it may take to count a touchpoint's answers of a month again. */
    @WithDefault("PT2M")
    Duration patience();

    /** After this time an event that was sent and has not arrived is taken for lost, and applied from where it was written down. */
    @WithDefault("PT15M")
    Duration lostAfter();

    /** How many wrong counts a nightly recount puts right by itself; beyond them it only reports, and a person decides. */
    @WithDefault("10000")
    @Min(0)
    long mostRepaired();

    /** When the nightly recount is, as a cron expression with seconds. */
    @WithDefault("0 20 3 * * ?")
    String at();

    /** How long the reports of recounts are kept. */
    @WithDefault("P90D")
    Duration keep();
}
