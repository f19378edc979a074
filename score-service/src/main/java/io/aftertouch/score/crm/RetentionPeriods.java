package io.aftertouch.score.crm;

import java.time.Period;

import io.smallrye.config.ConfigMapping;

/** How long this service keeps what tells who answered. */
@ConfigMapping(prefix = "aftertouch.retention.score")
public interface RetentionPeriods {

    /** What single respondents answered; tallies name nobody and stay. */
    Period answers();
}
