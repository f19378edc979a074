package io.aftertouch.score.delivery;

import java.time.Duration;
import java.time.Period;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How webhooks are told. */
@ConfigMapping(prefix = "aftertouch.webhook-delivery")
interface DeliveryConfig {

    /** Whether this instance posts; one that does not leaves it to the others. */
    @WithDefault("true")
    boolean sending();

    /** How many messages one instance posts to one webhook at the same time. */
    @WithDefault("4")
    @Min(1)
    @Max(50)
    int connections();

    /** How long a receiver may take for one message. */
    @WithDefault("PT15S")
    Duration patience();

    /** How often to look for what is due when nobody rings. */
    @WithDefault("PT1S")
    Duration sweep();

    /** For how long a message is left to whoever took it: longer than a receiver may take, and looking up its host. */
    @WithDefault("PT1M")
    Duration lease();

    /** How long a receiver may ask to be left alone, by {@code Retry-After}; longer is taken as this long. */
    @WithDefault("P1D")
    Duration longestRest();

    /** A webhook whose receiver has taken nothing for so long is disabled when the next message is given up. */
    @WithDefault("P5D")
    Duration disableAfter();

    /** How long messages and the log of their attempts are kept. */
    @WithDefault("P30D")
    Period keep();
}
