package io.aftertouch.survey.mail;

import io.aftertouch.platform.problem.ProblemException;

final class TrialRefused extends ProblemException {

    TrialRefused(String detail) {
        super("trial-refused", detail);
    }
}
