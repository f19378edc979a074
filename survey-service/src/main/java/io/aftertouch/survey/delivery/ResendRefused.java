package io.aftertouch.survey.delivery;

import io.aftertouch.platform.problem.ProblemException;

final class ResendRefused extends ProblemException {

    ResendRefused(String detail) {
        super("resend-refused", detail);
    }
}
