package io.aftertouch.survey.respondent;

import java.time.Instant;

/**
 * An act by which somebody is left alone, or may be asked again.
 *
 * @param touchpoint null when it is about all questions
 * @param reason why, null when nobody said
 * @param source where the wish came from, null when nobody said
 * @param by {@link OptOutRegister#RESPONDENT}, or who acted for them
 */
public record OptOutStep(Act act, String touchpoint, String reason, String source, String by, Instant at) {

    /** What was done. */
    public enum Act {
        OPTED_OUT,
        LIFTED
    }
}
