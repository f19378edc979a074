package io.aftertouch.survey.respondent;

import java.util.Set;

/**
 * What a person does not want to be asked about.
 *
 * @param everything nothing at all
 * @param touchpoints nothing about what happens there
 */
public record OptOuts(boolean everything, Set<String> touchpoints) {

    public static final OptOuts NONE = new OptOuts(false, Set.of());

    /** Whether a question about this touchpoint is unwanted. */
    public boolean cover(String touchpoint) {
        return everything || touchpoints.contains(touchpoint);
    }
}
