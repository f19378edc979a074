package io.aftertouch.survey.respondentimport;

import java.util.List;

import io.aftertouch.survey.respondent.RespondentDetails;

/**
 * A row as it was read.
 *
 * @param details null when it was refused
 * @param refusals empty when it was not
 */
record Row(long line, RespondentDetails details, List<Refusal> refusals) {

    boolean isSound() {
        return refusals.isEmpty();
    }
}
