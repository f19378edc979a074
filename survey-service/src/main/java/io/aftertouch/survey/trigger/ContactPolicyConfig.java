package io.aftertouch.survey.trigger;

import java.time.Duration;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import io.aftertouch.survey.judging.ContactPolicy;
import io.aftertouch.survey.judging.Judge;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How often one person may be asked. */
@ConfigMapping(prefix = "aftertouch.contact-policy")
interface ContactPolicyConfig {

    /** Rest between any two invitations to one person. */
    @WithDefault("P30D")
    Duration quarantine();

    /** Rest between two invitations to the same NPS survey. */
    @WithDefault("P90D")
    Duration sameNpsSurvey();

    /** Makes the judge who applies this policy. */
    @Singleton
    class JudgeProducer {

        @Produces
        @Singleton
        Judge judge(ContactPolicyConfig config) {
            return new Judge(new ContactPolicy(config.quarantine(), config.sameNpsSurvey()));
        }
    }
}
