package io.aftertouch.survey.trigger;

import io.aftertouch.platform.problem.FieldError;
import io.aftertouch.platform.problem.ProblemException;
import io.aftertouch.survey.judging.Channel;

final class ChannelNotAvailable extends ProblemException {

    ChannelNotAvailable(Channel channel) {
        super(
                "channel-not-available",
                "Invitations cannot be sent by " + channel + " here; available are EMAIL and LINK.",
                new FieldError("channels", "must hold only EMAIL and LINK"));
    }
}
