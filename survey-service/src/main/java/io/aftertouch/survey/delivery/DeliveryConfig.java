package io.aftertouch.survey.delivery;

import java.time.Duration;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How invitations are sent. */
@ConfigMapping(prefix = "aftertouch.invitation")
interface DeliveryConfig {

    /** Whether this instance sends; one that does not leaves it to the others. */
    @WithDefault("true")
    boolean sending();

    /** How many invitations one instance hands over at the same time, each over a connection of its own. */
    @WithDefault("6")
    @Min(1)
    @Max(100)
    int connections();

    /** How often to look for due invitations when nobody rings. */
    @WithDefault("PT1S")
    Duration sweep();

    /** How often to look for invitations whose time is over. */
    @WithDefault("PT30S")
    Duration expirySweep();

    /** How many invitations one instance takes at a time. */
    @WithDefault("50")
    @Min(1)
    @Max(500)
    int batch();

    /** How long a taken invitation is left to whoever took it. Much longer than a mail server may take for one. */
    @WithDefault("PT5M")
    Duration lease();

    /** The first pause after the mail server failed; it doubles with every failure. */
    @WithDefault("PT5S")
    Duration firstPause();

    /** How often to ask the broker whether all answers were read; nobody is reminded while it does not say so. */
    @WithDefault("PT10S")
    Duration answersCheck();

    /** How long answers may need to arrive when the broker was away. */
    @WithDefault("PT1M")
    Duration answersDelay();
}
