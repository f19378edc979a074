package io.aftertouch.survey.deferral;

import java.time.Duration;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How what was deferred is judged again. */
@ConfigMapping(prefix = "aftertouch.deferral")
interface DeferralConfig {

    /** Whether this instance judges again; one that does not leaves it to the others. */
    @WithDefault("true")
    boolean judging();

    /** How often to look for what is due. */
    @WithDefault("PT5S")
    Duration sweep();

    /** How many deferrals one instance takes at a time. */
    @WithDefault("100")
    @Min(1)
    @Max(1000)
    int batch();

    /** How long a taken deferral is left to whoever took it, and after a failure alone. */
    @WithDefault("PT1M")
    Duration lease();

    /**
     * How much later than promised somebody may be asked because the invitation before went out late, without this being another decision. What
     * was worth waiting for until just then is worth this much more.
     */
    @WithDefault("PT10M")
    Duration grace();
}
