package io.aftertouch.score.webhook;

import io.aftertouch.platform.problem.FieldError;
import io.aftertouch.platform.problem.ProblemException;

final class UrlRefused extends ProblemException {

    UrlRefused(String message) {
        super("webhook-url-refused", "The URL " + message + ".", new FieldError("url", message));
    }
}
