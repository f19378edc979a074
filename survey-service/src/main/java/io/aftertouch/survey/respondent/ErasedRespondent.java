package io.aftertouch.survey.respondent;

import io.aftertouch.platform.problem.ProblemException;

/** The reference, or an address, is that of somebody who was erased. */
final class ErasedRespondent extends ProblemException {

    ErasedRespondent() {
        super("respondent-erased", "The reference or an address is that of somebody who was erased.");
    }
}
