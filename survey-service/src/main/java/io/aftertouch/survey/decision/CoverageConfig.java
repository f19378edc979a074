package io.aftertouch.survey.decision;

import java.time.Duration;

import jakarta.validation.constraints.Min;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How the decisions of whole days are counted ahead, so that the coverage of a year is a sum over few rows. */
@ConfigMapping(prefix = "aftertouch.coverage")
interface CoverageConfig {

    /** Whether this instance counts ahead; one that does not leaves it to the others. */
    @WithDefault("true")
    boolean counting();

    /** How old the counts of a day may be; those of a day long past may be as old as a fiftieth of its age. */
    @WithDefault("PT5M")
    Duration recount();

    /** A day that is not over is counted ahead only when it has this many decisions; a shorter one is counted when somebody asks. */
    @WithDefault("20000")
    @Min(1)
    int longDay();

    /** For how long decisions of a moment may still be written after it. Longer than any transaction, and than clocks differ. */
    @WithDefault("PT2M")
    Duration settle();
}
