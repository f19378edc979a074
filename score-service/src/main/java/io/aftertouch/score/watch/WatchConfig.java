package io.aftertouch.score.watch;

import java.time.Duration;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Min;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** When a cell counts as a hot spot. */
@ConfigMapping(prefix = "aftertouch.watch")
interface WatchConfig {

    /** The time looked at, back from now. */
    @WithDefault("PT72H")
    Duration window();

    /** The time before the window that it is held against. */
    @WithDefault("P28D")
    Duration baseline();

    /** The part of the reported cells that may be reported by mere chance. */
    @WithDefault("0.05")
    @DecimalMin("0.0001")
    @DecimalMax("0.5")
    double falseDiscoveryRate();

    /** Cells with fewer answers in the window, or before it, are not judged. */
    @WithDefault("10")
    @Min(5)
    int atLeastAnswers();

    /** So many more negative answers out of a hundred are worth somebody's time. */
    @WithDefault("10")
    @Min(1)
    int atLeastPoints();

    /** How long a finding is shown before it is looked for again. */
    @WithDefault("PT2S")
    Duration refresh();
}
