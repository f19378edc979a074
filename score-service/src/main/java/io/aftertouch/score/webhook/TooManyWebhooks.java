package io.aftertouch.score.webhook;

import io.aftertouch.platform.problem.ProblemException;

final class TooManyWebhooks extends ProblemException {

    TooManyWebhooks(int most) {
        super("too-many-webhooks", "This installation has %d webhooks, and no more are allowed.".formatted(most));
    }
}
