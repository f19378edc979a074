package io.aftertouch.feedback.response;

import java.time.Duration;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How answers are taken and stored in groups. */
@ConfigMapping(prefix = "aftertouch.intake")
interface IntakeConfig {

    /** Answers that may wait to be stored; more are turned away with 503. */
    @WithDefault("2000")
    @Min(1)
    @Max(100_000)
    int queue();

    /** Threads that store answers, each with a database connection of its own. */
    @WithDefault("2")
    @Min(1)
    @Max(8)
    int writers();

    /** Answers that share one transaction, at most. */
    @WithDefault("200")
    @Min(1)
    @Max(1_000)
    int group();

    /** How far ahead of ours the clock of a source may be when it says when the customer answered. */
    @WithDefault("PT5M")
    Duration clockSkew();
}
