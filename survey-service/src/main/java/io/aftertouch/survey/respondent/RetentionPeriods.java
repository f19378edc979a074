package io.aftertouch.survey.respondent;

import java.time.Period;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How long this service keeps what tells whom it was about. */
@ConfigMapping(prefix = "aftertouch.retention.survey")
public interface RetentionPeriods {

    /** People of whom nothing was heard. */
    @WithDefault("P24M")
    Period respondents();

    /** What happened to them. */
    @WithDefault("P24M")
    Period events();

    /** Why they were asked, or not. */
    @WithDefault("P24M")
    Period decisions();

    /** What they were asked. */
    @WithDefault("P24M")
    Period invitations();
}
