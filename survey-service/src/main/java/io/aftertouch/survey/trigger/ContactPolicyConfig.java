package io.aftertouch.survey.trigger;

import java.time.Duration;
import java.util.Map;

import io.aftertouch.survey.judging.SendingRule;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The contact policy that holds until somebody saves another one. */
@ConfigMapping(prefix = "aftertouch.contact-policy")
interface ContactPolicyConfig {

    /** Rest between any two invitations to one person. */
    @WithDefault("P30D")
    Duration quarantine();

    /** Rest between two invitations to the same NPS survey. */
    @WithDefault("P90D")
    Duration sameNpsSurvey();

    /** What countries want of invitations, by ISO 3166-1 code. */
    Map<String, SendingRule> countries();

    /** What every other country wants. */
    @WithDefault("FREE")
    SendingRule otherCountries();
}
