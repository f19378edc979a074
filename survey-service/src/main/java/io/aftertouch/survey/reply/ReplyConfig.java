package io.aftertouch.survey.reply;

import java.time.Duration;

import jakarta.validation.constraints.Min;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How replies are sent. */
@ConfigMapping(prefix = "aftertouch.reply")
interface ReplyConfig {

    /** Whether this instance sends; one that does not leaves it to the others. */
    @WithDefault("true")
    boolean sending();

    /** How often to look for waiting replies when nobody rings. */
    @WithDefault("PT1S")
    Duration sweep();

    /** How long a taken reply is left to whoever took it. Much longer than a mail server may take for one. */
    @WithDefault("PT5M")
    Duration lease();

    /** The first pause after the mail server failed; it doubles with every failure. */
    @WithDefault("PT5S")
    Duration firstPause();

    /** After how many breakdowns of ours in a row a reply is given up, so that a colleague hears of it. */
    @WithDefault("6")
    @Min(1)
    int mostBreakdowns();

    /** After how long a reply that no mail server takes is given up, so that the respondent is called instead. */
    @WithDefault("P2D")
    Duration giveUpAfter();
}
