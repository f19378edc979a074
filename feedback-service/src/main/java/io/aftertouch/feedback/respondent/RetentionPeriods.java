package io.aftertouch.feedback.respondent;

import java.time.Period;

import io.smallrye.config.ConfigMapping;

/** How long this service keeps what tells who answered. */
@ConfigMapping(prefix = "aftertouch.retention.feedback")
public interface RetentionPeriods {

    /** Answers with their comments, and what the team wrote about them; the form tells the customer so. */
    Period answers();

    /** Invitations. */
    Period invitations();
}
