package io.aftertouch.survey.respondent;

import java.time.Instant;

/**
 * Told to the other services when somebody does not want to be asked again ({@code respondent.opted-out}), and when they may be asked again
 * ({@code respondent.opted-in}).
 *
 * @param scope ALL, or TOUCHPOINT for the questions of one touchpoint only
 */
record RespondentOptedOut(String ref, Scope scope, String touchpoint, Instant at) {

    static final String TOPIC = "respondents";
    static final String OUT = "respondent.opted-out";
    static final String IN = "respondent.opted-in";

    /** How much the respondent does not want. */
    enum Scope {
        ALL,
        TOUCHPOINT
    }

    static RespondentOptedOut of(String ref, OptOutStep step) {
        return new RespondentOptedOut(
                ref, step.touchpoint() == null ? Scope.ALL : Scope.TOUCHPOINT, step.touchpoint(), step.at());
    }
}
