package io.aftertouch.feedback.respondent;

import io.aftertouch.platform.problem.ProblemException;

/** The reference is that of somebody who was erased: nothing is stored about them. */
public final class ErasedRespondent extends ProblemException {

    public ErasedRespondent() {
        super("respondent-erased", "The reference is that of somebody who was erased.");
    }
}
