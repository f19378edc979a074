package io.aftertouch.score.delivery;

import io.aftertouch.platform.problem.ProblemException;

final class WebhookDisabled extends ProblemException {

    WebhookDisabled() {
        super("webhook-disabled", "The webhook is disabled: nothing is posted to it.");
    }
}
