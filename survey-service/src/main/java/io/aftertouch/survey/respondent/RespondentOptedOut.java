package io.aftertouch.survey.respondent;

import java.time.Instant;

/**
 * Told to the other services when somebody does not want to be asked again.
 *
 * @param scope ALL, or TOUCHPOINT for the questions of one touchpoint only
 */
record RespondentOptedOut(String ref, Scope scope, String touchpoint, Instant at) {

    static final String TOPIC = "respondents";
    static final String TYPE = "respondent.opted-out";

    /** How much the respondent does not want. */
    enum Scope {
        ALL,
        TOUCHPOINT
    }

    static RespondentOptedOut ofEverything(String ref, Instant at) {
        return new RespondentOptedOut(ref, Scope.ALL, null, at);
    }
}
